//! `cargo fuzz run address`; under the stable toolchain the same, asked by a runner of our own.
#![cfg_attr(fuzzing, no_main)]

#[cfg(fuzzing)]
libfuzzer_sys::fuzz_target!(|data: &[u8]| passkind_fuzz::address(data));

#[cfg(not(fuzzing))]
fn main() -> std::process::ExitCode {
    passkind_fuzz::stable::run("address", passkind_fuzz::address)
}
