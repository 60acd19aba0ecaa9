//! The shared vocabulary: names, evidence, facts, gaps, findings.
