//! Command line of privlens.

fn main() {}
