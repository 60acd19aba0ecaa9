//! Finds and reads input files; refuses to decide whether one is an app: the analysis does.

use std::io::Read;
use std::path::{Path, PathBuf};

use crate::exit::CliError;

/// File name endings that a folder is searched for.
const ENDINGS: [&str; 9] = [
    "apk", "apks", "xapk", "apkm", "aab", "dex", "jar", "aar", "zip",
];
/// Largest input in bytes: offsets of archives without zip64 end at 4 GiB.
const MAX_INPUT: u64 = 4 << 30;

/// One input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Input {
    File(PathBuf),
    Stdin,
}

impl Input {
    /// The input a path means: `-` is standard input.
    pub(crate) fn new(path: &Path) -> Self {
        if path.as_os_str() == "-" {
            Self::Stdin
        } else {
            Self::File(path.to_owned())
        }
    }

    /// Name for messages: the path as given.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::File(path) => path.display().to_string(),
            Self::Stdin => "-".to_owned(),
        }
    }

    /// Name for reports: the file name without any path.
    pub(crate) fn file_name(&self) -> String {
        match self {
            Self::File(path) => path.file_name().map_or_else(
                || path.display().to_string(),
                |name| name.to_string_lossy().into_owned(),
            ),
            Self::Stdin => "stdin".to_owned(),
        }
    }

    /// Size in bytes when known beforehand.
    pub(crate) fn size(&self) -> u64 {
        match self {
            Self::File(path) => std::fs::metadata(path).map_or(0, |metadata| metadata.len()),
            Self::Stdin => 0,
        }
    }

    /// All bytes.
    pub(crate) fn read(&self) -> Result<Vec<u8>, CliError> {
        let fail = |what: String| CliError::Input(format!("{}: {what}", self.name()));
        // Room for the whole file at once; one byte more lets the end be seen without growing.
        let expected = usize::try_from(self.size().min(MAX_INPUT)).unwrap_or(0);
        let mut bytes = Vec::new();
        if bytes.try_reserve_exact(expected.saturating_add(1)).is_err() {
            return Err(fail("no memory for its bytes".to_owned()));
        }
        let result = match self {
            Self::File(path) => {
                if path.is_dir() {
                    return Err(fail("is a folder".to_owned()));
                }
                open(path).and_then(|file| file.take(MAX_INPUT + 1).read_to_end(&mut bytes))
            }
            Self::Stdin => std::io::stdin()
                .lock()
                .take(MAX_INPUT + 1)
                .read_to_end(&mut bytes),
        };
        let read = result.map_err(|error| fail(io_reason(&error)))?;
        if u64::try_from(read).map_or(true, |read| read > MAX_INPUT) {
            return Err(fail("larger than 4 GiB".to_owned()));
        }
        Ok(bytes)
    }
}

/// The files of a folder of dumped DEX files, by name.
pub(crate) fn dex_folder(folder: &Path) -> Result<Vec<(String, Vec<u8>)>, CliError> {
    let fail = |error: std::io::Error| CliError::Usage(format!("{}: {error}", folder.display()));
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(fail)? {
        let path = entry.map_err(fail)?.path();
        if path.is_file() {
            paths.push(path);
        }
    }
    paths.sort_unstable();
    paths
        .iter()
        .map(|path| Ok((Input::new(path).file_name(), read_option_file(path)?)))
        .collect()
}

/// Bytes of a file that an option names.
pub(crate) fn read_option_file(path: &Path) -> Result<Vec<u8>, CliError> {
    Input::new(path).read().map_err(|error| match error {
        CliError::Input(message) => CliError::Usage(message),
        other => other,
    })
}

/// Files of all paths and lists. The second value is true when the user may have meant several:
/// more than one path, a list, or a folder.
pub(crate) fn collect(
    paths: &[PathBuf],
    lists: &[PathBuf],
) -> Result<(Vec<Input>, bool), CliError> {
    let mut inputs = Vec::new();
    let mut many = paths.len() > 1 || !lists.is_empty();
    let mut named = paths.to_vec();
    for list in lists {
        let bytes = read_option_file(list)?;
        let text = String::from_utf8_lossy(&bytes);
        named.extend(
            text.trim_start_matches('\u{feff}')
                .lines()
                .map(|line| line.trim_end_matches('\r'))
                .filter(|line| !line.trim().is_empty())
                .map(PathBuf::from),
        );
    }
    for path in &named {
        if path.as_os_str() != "-" && path.is_dir() {
            many = true;
            let files = walk(path)?;
            if files.is_empty() {
                return Err(CliError::Input(format!(
                    "{}: no app file in this folder",
                    path.display()
                )));
            }
            inputs.extend(files.into_iter().map(Input::File));
        } else {
            inputs.push(Input::new(path));
        }
    }
    if inputs
        .iter()
        .filter(|input| **input == Input::Stdin)
        .count()
        > 1
    {
        return Err(CliError::Usage(
            "- (standard input) can be read only once".to_owned(),
        ));
    }
    Ok((inputs, many))
}

/// App files below a folder, sorted by path. Links to folders are not followed.
fn walk(folder: &Path) -> Result<Vec<PathBuf>, CliError> {
    let fail = |path: &Path, error: &std::io::Error| {
        CliError::Input(format!("{}: {}", path.display(), io_reason(error)))
    };
    let mut files = Vec::new();
    let mut pending = vec![folder.to_owned()];
    while let Some(current) = pending.pop() {
        let entries = std::fs::read_dir(&current).map_err(|error| fail(&current, &error))?;
        for entry in entries {
            let entry = entry.map_err(|error| fail(&current, &error))?;
            let path = entry.path();
            let kind = entry.file_type().map_err(|error| fail(&path, &error))?;
            if kind.is_dir() {
                pending.push(path);
            } else if path.is_file() && is_app_file(&path) {
                files.push(path);
            }
        }
    }
    files.sort_unstable();
    Ok(files)
}

/// By the ending of the name; without any ending (collections name files by hash), by content.
fn is_app_file(path: &Path) -> bool {
    if let Some(ending) = path.extension() {
        return ENDINGS
            .iter()
            .any(|known| ending.eq_ignore_ascii_case(known));
    }
    let mut start = [0; 4];
    open(path)
        .and_then(|mut file| file.read_exact(&mut start))
        .is_ok_and(|()| &start == b"PK\x03\x04" || &start == b"dex\n")
}

#[expect(
    clippy::disallowed_methods,
    reason = "the command line is where files are opened"
)]
fn open(path: &Path) -> std::io::Result<std::fs::File> {
    std::fs::File::open(path)
}

/// The reason in words that are the same on every system where there are such words.
pub(crate) fn io_reason(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "no such file".to_owned(),
        std::io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        _ => error.to_string().to_lowercase(),
    }
}
