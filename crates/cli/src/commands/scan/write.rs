//! Writes reports to standard output, one file, or a folder; refuses to mix reports of several apps in one
//! JSON document.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use app_facts::{AppFacts, Level};
use report::json::{JsonOptions, render_with};
use report::mapping::Mapping;
use report::text::{TextOptions, render, safe_text, text_columns};
use report::{Labels, Lang, RunInfo};

use crate::args::Format;
use crate::config::{Output, ScanConfig};
use crate::exit::CliError;
use crate::input::Input;
use crate::out;

/// Takes reports one after the other.
pub(super) struct Writer<'a> {
    config: &'a ScanConfig,
    run: &'a RunInfo,
    labels: &'a Labels,
    mapping: Option<&'a Mapping>,
    target: Target,
    rows: Vec<Row>,
}

enum Target {
    Stdout,
    File(PathBuf, std::fs::File),
    Folder(PathBuf),
}

/// One line of the table after several text reports.
struct Row {
    input: String,
    package: String,
    reachable: String,
    present: String,
    state: String,
}

impl<'a> Writer<'a> {
    pub(super) fn new(
        config: &'a ScanConfig,
        run: &'a RunInfo,
        labels: &'a Labels,
        mapping: Option<&'a Mapping>,
    ) -> Result<Self, CliError> {
        let target = match &config.output {
            Output::Stdout => Target::Stdout,
            Output::File(path) => Target::File(path.clone(), create(path)?),
            Output::Folder(path) => Target::Folder(path.clone()),
        };
        Ok(Self {
            config,
            run,
            labels,
            mapping,
            target,
            rows: Vec::new(),
        })
    }

    /// Writes the report of one app.
    pub(super) fn report(&mut self, input: &Input, facts: &AppFacts) -> Result<(), CliError> {
        let text = match self.config.format {
            Format::Text => {
                let text = render(facts, self.run, self.labels, &self.text_options());
                let is_first = self.rows.is_empty();
                self.rows.push(row(input, facts, self.config.lang));
                match self.target {
                    Target::Folder(_) => text,
                    _ if is_first => text,
                    _ => format!("\n{}\n\n{text}", "─".repeat(self.config.width.min(80))),
                }
            }
            format => render_with(
                facts,
                self.run,
                &JsonOptions {
                    one_line: format == Format::Jsonl,
                    mapping: self.mapping,
                },
            ),
        };
        match &mut self.target {
            Target::Stdout => out::print(&text),
            Target::File(path, file) => file
                .write_all(text.as_bytes())
                .map_err(|error| cannot_write(path, &error)),
            Target::Folder(folder) => {
                let ending = match self.config.format {
                    Format::Text => "txt",
                    Format::Json | Format::Jsonl => "json",
                };
                let name = facts
                    .app
                    .files
                    .first()
                    .map(|file| file.sha256.as_str())
                    .filter(|sha256| !sha256.is_empty())
                    .map_or_else(|| input.file_name(), str::to_owned);
                let path = folder.join(format!("{name}.{ending}"));
                create(&path)?
                    .write_all(text.as_bytes())
                    .map_err(|error| cannot_write(&path, &error))
            }
        }
    }

    /// Notes an input without a report, for the table.
    pub(super) fn failure(&mut self, input: &Input, _error: &CliError) {
        self.rows.push(Row {
            input: safe_text(&input.name()),
            package: "-".to_owned(),
            reachable: "-".to_owned(),
            present: "-".to_owned(),
            state: word(
                self.config.lang,
                "没有报告（见错误信息）",
                "no report (see the error)",
            )
            .to_owned(),
        });
    }

    /// Writes the table over all apps after several text reports.
    pub(super) fn finish(mut self) -> Result<(), CliError> {
        if self.config.format != Format::Text || self.config.inputs.len() < 2 {
            return Ok(());
        }
        let table = table(self.config.lang, &self.rows);
        match &mut self.target {
            Target::Stdout => out::print(&table),
            Target::File(path, file) => file
                .write_all(table.as_bytes())
                .map_err(|error| cannot_write(path, &error)),
            // The reports went to files; the table is what is left to print.
            Target::Folder(_) => out::print(table.trim_start_matches('\n')),
        }
    }

    fn text_options(&self) -> TextOptions<'a> {
        TextOptions {
            lang: self.config.lang,
            colour: self.config.colour,
            width: self.config.width,
            verbose: self.config.verbose,
            mapping: self.mapping,
        }
    }
}

fn row(input: &Input, facts: &AppFacts, lang: Lang) -> Row {
    let count = |level: Level| {
        facts
            .accesses
            .iter()
            .filter(|access| access.level == level)
            .count()
            .to_string()
    };
    let gaps = facts.gaps.len();
    let state = if facts.coverage.complete && gaps == 0 {
        word(lang, "已分析", "analysed").to_owned()
    } else {
        match lang {
            Lang::Zh => format!("有 {gaps} 项未看到"),
            Lang::En => format!("{gaps} not seen"),
        }
    };
    Row {
        input: safe_text(&input.name()),
        package: safe_text(&facts.app.package),
        reachable: count(Level::Reachable),
        present: count(Level::Present),
        state,
    }
}

fn table(lang: Lang, rows: &[Row]) -> String {
    let head = match lang {
        Lang::Zh => ["文件", "包名", "可达", "存在", "分析"],
        Lang::En => ["file", "package", "reachable", "present", "analysis"],
    }
    .map(str::to_owned);
    let mut cells: Vec<[String; 5]> = vec![head];
    cells.extend(rows.iter().map(|row| {
        [
            row.input.clone(),
            row.package.clone(),
            row.reachable.clone(),
            row.present.clone(),
            row.state.clone(),
        ]
    }));
    let mut widths = [0; 5];
    for line in &cells {
        for (width, cell) in widths.iter_mut().zip(line) {
            *width = text_columns(cell).max(*width);
        }
    }
    let title = match lang {
        Lang::Zh => format!("\n共 {} 个应用\n", rows.len()),
        Lang::En => format!("\n{} apps\n", rows.len()),
    };
    let lines = cells.iter().map(|line| {
        let mut text = String::from(" ");
        for (width, cell) in widths.iter().zip(line) {
            text.push(' ');
            text.push_str(cell);
            text.push_str(&" ".repeat(width - text_columns(cell) + 1));
        }
        format!("{}\n", text.trim_end())
    });
    std::iter::once(title).chain(lines).collect()
}

fn word(lang: Lang, zh: &'static str, en: &'static str) -> &'static str {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

fn create(path: &Path) -> Result<std::fs::File, CliError> {
    std::fs::File::create(path).map_err(|error| cannot_write(path, &error))
}

fn cannot_write(path: &Path, error: &std::io::Error) -> CliError {
    CliError::Usage(format!(
        "{}: cannot be written: {}",
        path.display(),
        crate::input::io_reason(error)
    ))
}
