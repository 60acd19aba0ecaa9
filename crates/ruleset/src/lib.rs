//! Reads, checks, compiles and explains the catalogues in rulesets/.
