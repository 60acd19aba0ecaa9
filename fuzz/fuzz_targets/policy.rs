//! libFuzzer entry of the target `policy`; does nothing in an ordinary build.
#![cfg_attr(fuzzing, no_main)]

#[cfg(fuzzing)]
libfuzzer_sys::fuzz_target!(|data: &[u8]| privlens_fuzz::policy::run(data));

#[cfg(not(fuzzing))]
fn main() {}
