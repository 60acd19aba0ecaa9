//! Reads the data-flow tables; refuses rows that do not parse, stand out of order or stand twice.

use std::collections::BTreeMap;

use crate::framework::rows;
use crate::schema::dataflow::{
    ChannelEnd, ClassTable, DataFlow, FlowSource, Opener, Sink, method_cell, parse_effects,
};
use crate::{Problem, Text};

/// File and line of each row, by table, class and method.
pub type Origins = BTreeMap<(Table, String, String), (String, usize)>;

/// The tables of rows by class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Table {
    /// How values pass.
    Summaries,
    /// Ways out.
    Sinks,
    /// Openers of ways out.
    Openers,
    /// Where values come from.
    Sources,
    /// Ends of channels.
    Channels,
}

impl Table {
    /// The table that a path inside the catalogue folder belongs to.
    pub(crate) fn of(path: &str) -> Option<Self> {
        let name = path.strip_prefix("dataflow/")?;
        if !name.ends_with(".tsv") {
            return None;
        }
        match name.split('/').next()? {
            "summaries" => Some(Self::Summaries),
            "sinks" => Some(Self::Sinks),
            "openers.tsv" => Some(Self::Openers),
            "sources.tsv" => Some(Self::Sources),
            "channels.tsv" => Some(Self::Channels),
            _ => None,
        }
    }

    fn parse(self, cells: &str) -> Result<(), &'static str> {
        match self {
            Self::Summaries if cells.contains('\t') => Err("wrong number of columns"),
            Self::Summaries => parse_effects(cells).map(drop),
            Self::Sinks => Sink::parse(cells).map(drop),
            Self::Openers => Opener::parse(cells).map(drop),
            Self::Sources => FlowSource::parse(cells).map(drop),
            Self::Channels => ChannelEnd::parse(cells).map(drop),
        }
    }

    fn in_knowledge<'d>(self, all: &'d mut DataFlow<'static>) -> &'d mut ClassTable<'static> {
        match self {
            Self::Summaries => &mut all.summaries,
            Self::Sinks => &mut all.sinks,
            Self::Openers => &mut all.openers,
            Self::Sources => &mut all.sources,
            Self::Channels => &mut all.channels,
        }
    }
}

/// Collects rows of all files.
#[derive(Debug, Default)]
pub(crate) struct Reader {
    rows: BTreeMap<Table, Vec<(String, String)>>,
}

impl Reader {
    /// Reads one table.
    pub(crate) fn read(
        &mut self,
        table: Table,
        path: &str,
        text: &str,
        origins: &mut Origins,
        problems: &mut Vec<Problem>,
    ) {
        let mut before: Option<&str> = None;
        for (n, line) in text.lines().enumerate() {
            let n = n + 1;
            let mut fault = |what: &str| {
                problems.push(Problem {
                    file: path.to_owned(),
                    place: format!("line {n}"),
                    what: what.to_owned(),
                });
            };
            if line.starts_with('#') || line.is_empty() {
                continue;
            }
            let order = before.map_or(std::cmp::Ordering::Less, |before| before.cmp(line));
            before = Some(line);
            match order {
                std::cmp::Ordering::Less => {}
                std::cmp::Ordering::Equal => {
                    fault("row is given twice");
                    continue;
                }
                std::cmp::Ordering::Greater => {
                    fault("row is out of order");
                    continue;
                }
            }
            if let Err(what) = self.row(table, line) {
                fault(what);
                continue;
            }
            let mut cells = line.splitn(3, '\t');
            let class = cells.next().unwrap_or_default().to_owned();
            let method = cells.next().unwrap_or_default().to_owned();
            let known = origins.insert((table, class, method), (path.to_owned(), n));
            // One method has one summary, but can be more than one sink, source or end of a channel.
            if table == Table::Summaries
                && let Some((file, other)) = known
            {
                fault(&format!("method is summarised in {file} line {other} too"));
            }
        }
    }

    fn row(&mut self, table: Table, line: &str) -> Result<(), &'static str> {
        let (class, cells) = line.split_once('\t').ok_or("wrong number of columns")?;
        let plain = class.strip_prefix('@').unwrap_or(class);
        if class != "[" && !rows::is_class_descriptor(plain) {
            return Err("not a class descriptor");
        }
        let (method, rest) = cells.split_once('\t').ok_or("wrong number of columns")?;
        method_cell(method)?;
        if class.starts_with('@') && method != "*" {
            return Err("an annotation stands for any method: write `*`");
        }
        table.parse(rest)?;
        self.rows
            .entry(table)
            .or_default()
            .push((class.to_owned(), cells.to_owned()));
        Ok(())
    }

    /// Puts the tables together.
    pub(crate) fn finish(self, all: &mut DataFlow<'static>) {
        for (table, rows) in self.rows {
            *table.in_knowledge(all) = ClassTable::from_rows(rows);
        }
    }
}

/// Reads the list of framework members that the framework model lacks.
pub(crate) fn read_not_in_model(text: &str, all: &mut DataFlow<'static>) {
    all.not_in_model.extend(
        text.lines()
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
            .map(|line| Text::from(line.trim().to_owned())),
    );
    all.not_in_model.sort();
}

/// Lays a user's data-flow knowledge over the base: tables by class and method, lists as a whole.
pub(crate) fn lay_over(below: &mut DataFlow<'static>, above: DataFlow<'static>) {
    below.summaries.lay_over(&above.summaries);
    below.sinks.lay_over(&above.sinks);
    below.openers.lay_over(&above.openers);
    below.sources.lay_over(&above.sources);
    below.channels.lay_over(&above.channels);
    if !above.inputs.is_empty() {
        below.inputs = above.inputs;
    }
    if !above.columns.is_empty() {
        below.columns = above.columns;
    }
    if !above.toolkits.is_empty() {
        below.toolkits = above.toolkits;
    }
    if !above.hosts.format.is_empty() {
        below.hosts = above.hosts;
    }
    below.not_in_model.extend(above.not_in_model);
    below.not_in_model.sort();
    below.not_in_model.dedup();
}
