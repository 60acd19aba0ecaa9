//! Project tasks: test, gen, samples, corpus, bench.

fn main() {}
