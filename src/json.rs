//! JSON of what the core answers: texts, counts, truths and lists, in objects of named fields.
//!
//! `serde_json` writes the same and takes 0.7 kB more after brotli, for failures that writing to memory does not have.

use std::fmt;

use serde::ser::{Error, Impossible, Serialize, SerializeSeq, SerializeStruct, Serializer};

/// The value in JSON (RFC 8259), in UTF-8.
pub(crate) fn json(value: &impl Serialize) -> Vec<u8> {
    let mut writer = Writer(Vec::with_capacity(USUAL));
    let Ok(()) = value.serialize(&mut writer);
    writer.0
}

/// Bytes of nearly every answer.
const USUAL: usize = 1024;

struct Writer(Vec<u8>);

impl Writer {
    /// A comma before every item but the first.
    fn separate(&mut self) {
        if !matches!(self.0.last(), Some(b'{' | b'[')) {
            self.0.push(b',');
        }
    }

    /// The name of a field and what stands before its value.
    #[inline(never)]
    fn field(&mut self, name: &str) {
        self.separate();
        self.plain(name);
        self.0.push(b':');
    }

    /// A text in which nothing needs to be escaped, as all of ours.
    fn plain(&mut self, text: &str) {
        self.0.push(b'"');
        self.0.extend(text.as_bytes());
        self.0.push(b'"');
    }

    fn text(&mut self, text: &str) {
        let is_escaped = |b: u8| b < b' ' || b == b'"' || b == b'\\';
        if !text.bytes().any(is_escaped) {
            return self.plain(text);
        }
        self.0.push(b'"');
        for b in text.bytes() {
            match b {
                b'"' | b'\\' => self.0.extend([b'\\', b]),
                b if b < b' ' => {
                    self.0.extend(if b < 16 { b"\\u000" } else { b"\\u001" });
                    self.0.push(HEX.get(usize::from(b & 15)).copied().unwrap_or_default());
                }
                b => self.0.push(b),
            }
        }
        self.0.push(b'"');
    }

    fn count(&mut self, count: u32) {
        if count > 9 {
            self.count(count / 10);
        }
        self.0.push(HEX.get((count % 10) as usize).copied().unwrap_or_default());
    }
}

const HEX: &[u8; 16] = b"0123456789abcdef";

/// Writing to memory cannot fail.
#[derive(Debug)]
enum Never {}

impl fmt::Display for Never {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl std::error::Error for Never {}

impl Error for Never {
    fn custom<T: fmt::Display>(message: T) -> Self {
        unreachable!("none of our types has an error of its own: {message}")
    }
}

/// Kinds of values that no answer has: whoever adds one adds how it is written. `tests/core/contract.rs` writes every kind of answer
/// with this, and fails here otherwise. In the package nothing calls these, so they are not in the file.
macro_rules! none {
    ($($name:ident: $($of:ty),* => $answer:ty;)*) => {
        $(fn $name(self, $(_: $of),*) -> Result<$answer, Never> {
            unreachable!(concat!(stringify!($name), ": no answer has such a value"))
        })*
    };
}

impl Serializer for &mut Writer {
    type Ok = ();
    type Error = Never;
    type SerializeSeq = Self;
    type SerializeStruct = Self;
    type SerializeTuple = Impossible<(), Never>;
    type SerializeTupleStruct = Impossible<(), Never>;
    type SerializeTupleVariant = Impossible<(), Never>;
    type SerializeMap = Impossible<(), Never>;
    type SerializeStructVariant = Impossible<(), Never>;

    fn serialize_str(self, text: &str) -> Result<(), Never> {
        self.text(text);
        Ok(())
    }

    fn serialize_char(self, c: char) -> Result<(), Never> {
        self.serialize_str(c.encode_utf8(&mut [0; 4]))
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, name: &'static str) -> Result<(), Never> {
        self.plain(name);
        Ok(())
    }

    fn serialize_u32(self, count: u32) -> Result<(), Never> {
        self.count(count);
        Ok(())
    }

    fn serialize_bool(self, is: bool) -> Result<(), Never> {
        self.0.extend(if is { &b"true"[..] } else { b"false" });
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Never> {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Never> {
        value.serialize(self)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self, Never> {
        self.0.push(b'[');
        Ok(self)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, Never> {
        self.0.push(b'{');
        Ok(self)
    }

    none! {
        serialize_i8: i8 => ();
        serialize_i16: i16 => ();
        serialize_i32: i32 => ();
        serialize_i64: i64 => ();
        serialize_u8: u8 => ();
        serialize_u16: u16 => ();
        serialize_u64: u64 => ();
        serialize_f32: f32 => ();
        serialize_f64: f64 => ();
        serialize_bytes: &[u8] => ();
        serialize_none: => ();
        serialize_unit: => ();
        serialize_unit_struct: &'static str => ();
        serialize_tuple: usize => Impossible<(), Never>;
        serialize_tuple_struct: &'static str, usize => Impossible<(), Never>;
        serialize_tuple_variant: &'static str, u32, &'static str, usize => Impossible<(), Never>;
        serialize_map: Option<usize> => Impossible<(), Never>;
        serialize_struct_variant: &'static str, u32, &'static str, usize => Impossible<(), Never>;
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        _: &T,
    ) -> Result<(), Never> {
        unreachable!("{name}: no answer has such a value")
    }
}

impl SerializeSeq for &mut Writer {
    type Ok = ();
    type Error = Never;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), Never> {
        self.separate();
        item.serialize(&mut **self)
    }

    fn end(self) -> Result<(), Never> {
        self.0.push(b']');
        Ok(())
    }
}

impl SerializeStruct for &mut Writer {
    type Ok = ();
    type Error = Never;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Never> {
        self.field(name);
        value.serialize(&mut **self)
    }

    fn end(self) -> Result<(), Never> {
        self.0.push(b'}');
        Ok(())
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))] // serde_json is there natively
mod tests {
    use serde::Serialize;

    use super::json;

    #[derive(Serialize)]
    struct Answer<T> {
        value: T,
    }

    #[test]
    fn as_serde_json_writes() {
        let texts = ["", "plain", "a \"quote\"", "back\\slash", "\u{1}\u{1f}", "\u{e9}\u{1f600}"];
        for text in texts {
            let answer = Answer { value: vec![Some(text), Some("next")] };
            assert_eq!(json(&answer), serde_json::to_vec(&answer).unwrap(), "{text:?}");
        }
    }

    #[test]
    #[should_panic(expected = "serialize_f64: no answer has such a value")]
    fn a_kind_of_value_that_nobody_writes_is_told() {
        json(&Answer { value: 1.5 });
    }
}
