//! libFuzzer entry of the target `bundle`; does nothing in an ordinary build.
#![cfg_attr(fuzzing, no_main)]

#[cfg(fuzzing)]
libfuzzer_sys::fuzz_target!(|data: &[u8]| privlens_fuzz::bundle::run(data));

#[cfg(not(fuzzing))]
fn main() {}
