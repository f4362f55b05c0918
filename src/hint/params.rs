//! The parameters of hints: what each type of them tells, and how a hint is serialised.

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::identifier::{Edge, Hidden, Script};
use crate::provider::{Destination, Link, Service, Wanted};
use crate::reply::Cause;
use crate::secret::{Smart, Wrapper};

use super::{Field, Hint, Kind, Level, OnDomain};

/// The value of a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum Param<'a> {
    /// A name, an address, or one of a few words; [`Hint::register`] says which.
    Text(&'a str),
    /// One letter.
    Letter(char),
    /// So many of something.
    Count(u32),
    /// Pages of the provider.
    Links(&'a [Link]),
}

/// What values a parameter may have.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ParamKind {
    /// Any text.
    Text,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// One letter.
    Letter,
    /// A number.
    Count,
    /// Pages of the provider.
    Links,
}

/// A parameter that a code has.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ParamEntry {
    /// Its name.
    pub name: &'static str,
    /// It is not always there.
    pub is_optional: bool,
    /// Its values.
    pub kind: ParamKind,
}

/// The parameters that were told so far.
#[derive(Default)]
pub(super) struct Told<'a>(pub(super) Vec<(&'static str, Param<'a>)>);

impl<'a> Told<'a> {
    #[inline(never)]
    fn add(&mut self, name: &'static str, value: Param<'a>) {
        self.0.push((name, value));
    }

    /// Whether the parameter has been told, with that text.
    pub(super) fn says(&self, name: &str, text: &str) -> bool {
        self.0.iter().any(|(told, value)| *told == name && matches!(value, Param::Text(value) if *value == text))
    }
}

/// A parameter, or several that belong together and have names of their own.
pub(super) trait Value {
    fn tell<'a>(&'a self, name: &'static str, told: &mut Told<'a>);

    #[cfg(not(target_arch = "wasm32"))]
    fn describe(name: &'static str, entries: &mut Vec<ParamEntry>);
}

macro_rules! simple {
    ($($type:ty: $kind:expr, $value:ident => $told:expr;)*) => { $(
        impl Value for $type {
            fn tell<'a>(&'a self, name: &'static str, told: &mut Told<'a>) {
                let $value = self;
                told.add(name, $told);
            }

            #[cfg(not(target_arch = "wasm32"))]
            fn describe(name: &'static str, entries: &mut Vec<ParamEntry>) {
                entries.push(ParamEntry { name, is_optional: false, kind: $kind });
            }
        }
    )* };
}

simple! {
    String: ParamKind::Text, text => Param::Text(text);
    &'static str: ParamKind::Text, text => Param::Text(text);
    Service: ParamKind::Text, service => Param::Text(service.as_str());
    char: ParamKind::Letter, letter => Param::Letter(*letter);
    u32: ParamKind::Count, count => Param::Count(*count);
    &'static [Link]: ParamKind::Links, links => Param::Links(links);
    // How the name of a server is written is not told.
    Field: ParamKind::OneOf(&["identifier", "password"]), field => Param::Text(field.as_str());
    Level: ParamKind::OneOf(Level::NAMES), level => Param::Text(level.as_str());
    Edge: ParamKind::OneOf(Edge::NAMES), edge => Param::Text(edge.as_str());
    Hidden: ParamKind::OneOf(Hidden::NAMES), hidden => Param::Text(hidden.as_str());
    Script: ParamKind::OneOf(Script::NAMES), script => Param::Text(script.as_str());
    Smart: ParamKind::OneOf(Smart::NAMES), sign => Param::Text(sign.as_str());
    Cause: ParamKind::OneOf(&["encryption", "method", "sender", "busy", "unrelated"]), cause => Param::Text(cause.as_str());
    Wrapper: ParamKind::OneOf(Wrapper::NAMES), wrapper => Param::Text(wrapper.as_str());
}

impl<T: Value> Value for Option<T> {
    fn tell<'a>(&'a self, name: &'static str, told: &mut Told<'a>) {
        if let Some(value) = self {
            value.tell(name, told);
        }
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn describe(name: &'static str, entries: &mut Vec<ParamEntry>) {
        let first = entries.len();
        T::describe(name, entries);
        for entry in entries.iter_mut().skip(first) {
            entry.is_optional = true;
        }
    }
}

/// Parameters that belong together: each stands in the list, or this does not compile.
macro_rules! several {
    ($($type:ident { $($field:ident: $of:ty = $name:literal,)* })*) => { $(
        impl Value for $type {
            fn tell<'a>(&'a self, _: &'static str, told: &mut Told<'a>) {
                let Self { $($field,)* } = self;
                $($field.tell($name, told);)*
            }

            #[cfg(not(target_arch = "wasm32"))]
            fn describe(_: &'static str, entries: &mut Vec<ParamEntry>) {
                $(<$of as Value>::describe($name, entries);)*
            }
        }
    )* };
}

several! {
    Destination {
        provider: Option<&'static str> = "provider",
        name: Option<&'static str> = "name",
        service: Service = "service",
        place: Option<&'static str> = "place",
        links: &'static [Link] = "links",
    }
    Wanted {
        there: Destination = "there",
        example: Option<&'static str> = "example",
    }
    OnDomain {
        there: Destination = "there",
        domain: String = "domain",
    }
    Kind {
        there: Destination = "there",
        verdict: Level = "verdict",
        length: Option<u32> = "length",
        min_length: Option<u32> = "minLength",
    }
}

/// `{ code, field, severity, topic, private, params }`
impl Serialize for Hint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut hint = serializer.serialize_struct("Hint", 6)?;
        hint.serialize_field("code", self.code())?;
        hint.serialize_field("field", self.field().as_str())?;
        hint.serialize_field("severity", self.severity().as_str())?;
        hint.serialize_field("topic", self.topic().as_str())?;
        hint.serialize_field("private", &self.is_private())?;
        hint.serialize_field("params", &self.0.params())?;
        hint.end()
    }
}

impl Serialize for Told<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut params = serializer.serialize_struct("Params", self.0.len())?;
        for (name, value) in &self.0 {
            params.serialize_field(name, value)?;
        }
        params.end()
    }
}
