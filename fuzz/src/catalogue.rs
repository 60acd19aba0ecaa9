//! Source files of catalogues, as a user lays them over the embedded ones: one file, its path in the first
//! line.

/// Reads the bytes as a file of the folder that their first line names.
pub fn run(data: &[u8]) {
    let split = data.iter().position(|byte| *byte == b'\n').unwrap_or(0);
    let (path, text) = data.split_at(split);
    let path = String::from_utf8_lossy(path).into_owned();
    let text = text.get(1..).unwrap_or_default().to_vec();
    match ruleset::source::read(&[(path, text)]) {
        Ok(source) => {
            let _ = ruleset::check::check(&source);
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}
