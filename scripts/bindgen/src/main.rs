//! `passkind-bindgen INPUT.wasm FOLDER NAME`: writes `NAME.js`, `NAME.d.ts` and `NAME_bg.wasm` for the web into the folder.

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let mut next = |what: &str| {
        arguments.next().with_context(|| format!("{what} is missing: passkind-bindgen INPUT.wasm FOLDER NAME"))
    };
    let (input, folder, name) = (next("the compiled module")?, next("the folder")?, next("the name")?);
    Bindgen::new()
        .input_path(input)
        .web(true)?
        .out_name(&name)
        .omit_default_module_path(true) // the package says itself where its file is
        .reset_state_function(true) // a new instance after a trap
        .typescript(false) // `src/wasm` has the types, written by hand
        .generate(folder)
}
