//! The command line, case by case: each `tests/cli/*.case` holds commands and what they must print.
//!
//! A case file is a list of blocks:
//!
//! ```text
//! # comment
//! RUN privlens scan no-such.apk
//! EXIT 3
//! STDOUT
//! …
//! STDERR
//! …
//! ```
//!
//! `RUN` is followed by the words of the command, with single or double quotes; `privlens` is the program under
//! test. Commands run in a folder of their own that `FILE name text` lines fill beforehand (`\n` and `\xNN` are
//! understood); `$ROOT` is the repository. `LINES n` compares only the first n lines of standard output,
//! `HAS text` and `HASNT text` replace the comparison by a search. `NEEDS path` skips a block until a file of
//! the repository exists. `BLESS=1` rewrites exit codes and output. What is not a case file is refused.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test reads files and stops on what it does not expect"
)]

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

#[derive(Default, Clone)]
struct Block {
    comments: Vec<String>,
    needs: Vec<String>,
    files: Vec<String>,
    stdin: Option<String>,
    run: String,
    exit: i32,
    lines: Option<usize>,
    has: Vec<String>,
    has_not: Vec<String>,
    stdout: String,
    stderr: String,
}

#[test]
fn cases() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let mut paths: Vec<PathBuf> = std::fs::read_dir(root.join("tests/cli"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    let mut failures = String::new();
    for path in &paths {
        assert!(
            path.extension().is_some_and(|ending| ending == "case"),
            "{}: not a case file",
            path.display()
        );
        run_file(&root, path, &mut failures);
    }
    assert!(!paths.is_empty(), "no case file");
    assert!(failures.is_empty(), "{failures}\nBLESS=1 rewrites");
}

fn run_file(root: &Path, path: &Path, failures: &mut String) {
    let text = std::fs::read_to_string(path).unwrap();
    let mut blocks = parse(path, &text);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("cli")
        .join(path.file_stem().unwrap());
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    let bless = std::env::var("BLESS").is_ok();
    for block in &mut blocks {
        for file in &block.files {
            let (name, content) = file.split_once(' ').unwrap_or((file, ""));
            let target = folder.join(name);
            std::fs::create_dir_all(target.parent().unwrap()).unwrap();
            std::fs::write(target, unescape(content)).unwrap();
        }
        if block.needs.iter().any(|needed| !root.join(needed).exists()) {
            continue;
        }
        let (exit, stdout, stderr) = run(root, &folder, block);
        for (text, wanted) in block
            .has
            .iter()
            .map(|text| (text, true))
            .chain(block.has_not.iter().map(|text| (text, false)))
        {
            if (stdout.contains(text.as_str()) || stderr.contains(text.as_str())) != wanted {
                let _ = writeln!(
                    failures,
                    "{}: {}\n  {} {text:?}\n{stdout}{stderr}",
                    path.display(),
                    block.run,
                    if wanted { "lacks" } else { "must not hold" }
                );
            }
        }
        let searched = !block.has.is_empty() || !block.has_not.is_empty();
        let stdout = match block.lines {
            Some(lines) => first_lines(&stdout, lines),
            None if searched => String::new(),
            None => stdout,
        };
        let stderr = if searched { String::new() } else { stderr };
        if bless {
            block.exit = exit;
            block.stdout = stdout;
            block.stderr = stderr;
            continue;
        }
        for (what, actual, expected) in [
            ("exit code", &exit.to_string(), &block.exit.to_string()),
            ("stdout", &stdout, &block.stdout),
            ("stderr", &stderr, &block.stderr),
        ] {
            if actual != expected {
                let _ = writeln!(
                    failures,
                    "{}: {}\n  {what} differs\n--- expected\n{expected}\n--- actual\n{actual}",
                    path.display(),
                    block.run
                );
            }
        }
    }
    if bless {
        std::fs::write(path, format(&blocks)).unwrap();
    }
}

fn run(root: &Path, folder: &Path, block: &Block) -> (i32, String, String) {
    let root_text = root.display().to_string();
    let words = words(&block.run);
    let (program, arguments) = words.split_first().unwrap();
    assert_eq!(program, "privlens", "{}", block.run);
    let mut child = Command::new(env!("CARGO_BIN_EXE_privlens"))
        .args(
            arguments
                .iter()
                .map(|word| word.replace("$ROOT", &root_text)),
        )
        .current_dir(folder)
        .env_clear()
        .env("LANG", "C")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    if let Some(text) = &block.stdin {
        // A program that stops early closes its end; that is not what is tested.
        let _ = stdin.write_all(&unescape(text));
    }
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    let text = |bytes: &[u8]| {
        String::from_utf8(bytes.to_vec())
            .unwrap()
            .replace(&root_text, "$ROOT")
            .replace(env!("CARGO_PKG_VERSION"), "$VERSION")
    };
    (
        output.status.code().unwrap_or(-1),
        text(&output.stdout),
        text(&output.stderr),
    )
}

fn first_lines(text: &str, lines: usize) -> String {
    text.lines()
        .take(lines)
        .fold(String::new(), |mut out, line| {
            out.push_str(line);
            out.push('\n');
            out
        })
}

/// Splits at spaces outside quotes.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote: Option<char> = None;
    for c in line.chars() {
        match (quote, c) {
            (Some(open), _) if c == open => quote = None,
            (None, '\'' | '"') => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (None, ' ') => words.extend(word.take()),
            _ => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    words
}

/// `\n`, `\t`, `\\` and `\xNN`.
fn unescape(text: &str) -> Vec<u8> {
    let mut out = Vec::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.extend(c.encode_utf8(&mut [0; 4]).bytes());
            continue;
        }
        match chars.next() {
            Some('n') => out.push(b'\n'),
            Some('t') => out.push(b'\t'),
            Some('\\') => out.push(b'\\'),
            Some('x') => {
                let digits: String = chars.by_ref().take(2).collect();
                out.push(u8::from_str_radix(&digits, 16).unwrap());
            }
            other => panic!("unknown escape \\{other:?} in {text}"),
        }
    }
    out
}

fn parse(path: &Path, text: &str) -> Vec<Block> {
    #[derive(Clone, Copy, PartialEq)]
    enum Within {
        Head,
        Stdout,
        Stderr,
    }
    let mut blocks: Vec<Block> = Vec::new();
    let mut block = Block::default();
    let mut within = Within::Head;
    for (number, line) in text.lines().enumerate() {
        // Output lines begin with two spaces, so that no output can look like a directive.
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        if within != Within::Head {
            let output = if line.is_empty() {
                Some("")
            } else {
                line.strip_prefix("  ")
            };
            if let Some(output) = output {
                let target = match within {
                    Within::Stdout => &mut block.stdout,
                    _ => &mut block.stderr,
                };
                target.push_str(output);
                target.push('\n');
                continue;
            }
            if word != "STDOUT" && word != "STDERR" {
                blocks.push(std::mem::take(&mut block));
                within = Within::Head;
            }
        }
        match word {
            "" if block.run.is_empty() => {}
            "" => blocks.push(std::mem::take(&mut block)),
            "NEEDS" => block.needs.push(rest.to_owned()),
            "FILE" => block.files.push(rest.to_owned()),
            "STDIN" => block.stdin = Some(rest.to_owned()),
            "RUN" => rest.clone_into(&mut block.run),
            "EXIT" => block.exit = rest.parse().unwrap(),
            "LINES" => block.lines = Some(rest.parse().unwrap()),
            "HAS" => block.has.push(rest.to_owned()),
            "HASNT" => block.has_not.push(rest.to_owned()),
            "STDOUT" => within = Within::Stdout,
            "STDERR" => within = Within::Stderr,
            "END" => {
                blocks.push(std::mem::take(&mut block));
                within = Within::Head;
            }
            _ if line.starts_with('#') => block.comments.push(line.to_owned()),
            _ => panic!("{}:{}: {line}", path.display(), number + 1),
        }
    }
    if !block.run.is_empty() {
        blocks.push(block);
    }
    blocks.retain(|block| !block.run.is_empty());
    for block in &mut blocks {
        // The blank line before the next block belongs to the layout, not to the output.
        for output in [&mut block.stdout, &mut block.stderr] {
            let kept = output.trim_end_matches('\n').len();
            if kept == 0 {
                output.clear();
            }
        }
    }
    blocks
}

fn format(blocks: &[Block]) -> String {
    let mut text = String::new();
    for block in blocks {
        for comment in &block.comments {
            let _ = writeln!(text, "{comment}");
        }
        for (word, list) in [("NEEDS", &block.needs), ("FILE", &block.files)] {
            for item in list {
                let _ = writeln!(text, "{word} {item}");
            }
        }
        if let Some(stdin) = &block.stdin {
            let _ = writeln!(text, "STDIN {stdin}");
        }
        let _ = writeln!(text, "RUN {}", block.run);
        let _ = writeln!(text, "EXIT {}", block.exit);
        if let Some(lines) = block.lines {
            let _ = writeln!(text, "LINES {lines}");
        }
        for (word, list) in [("HAS", &block.has), ("HASNT", &block.has_not)] {
            for item in list {
                let _ = writeln!(text, "{word} {item}");
            }
        }
        for (word, output) in [("STDOUT", &block.stdout), ("STDERR", &block.stderr)] {
            if output.is_empty() {
                continue;
            }
            let _ = writeln!(text, "{word}");
            for line in output.lines() {
                let indent = if line.is_empty() { "" } else { "  " };
                let _ = writeln!(text, "{indent}{line}");
            }
        }
        text.push_str("END\n\n");
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}
