//! Checks the data-flow tables against the other catalogues: kinds, SDKs, members of the framework. Refuses rows for
//! framework members that nothing proves to exist.

use std::collections::{BTreeMap, BTreeSet};

use crate::Problem;
use crate::check::n_params;
use crate::flow::Table;
use crate::framework::rows::FrameworkRows;
use crate::schema::dataflow::{
    Base, ChannelEnd, ClassTable, Effect, FlowSource, FoldArg, Opener, Place, Row, Shape, Sink,
    SourceData, parse_effects,
};
use crate::source::Source;

/// Types whose members every type has.
const OBJECT: &str = "Ljava/lang/Object;";
/// Most types looked at for one member.
const MAX_TYPES: usize = 200;

/// Every fault of the data-flow tables.
pub(crate) fn check(source: &Source, out: &mut Vec<Problem>) {
    let flow = &source.catalogues.data_flow;
    let kinds: BTreeSet<&str> = source
        .catalogues
        .kinds
        .iter()
        .map(|kind| kind.id.as_str())
        .collect();
    let sdks: BTreeSet<&str> = source
        .catalogues
        .sdks
        .iter()
        .map(|sdk| sdk.id.as_str())
        .collect();
    let lacking: BTreeSet<&str> = flow.not_in_model.iter().map(crate::Text::as_str).collect();
    let members = Members::new(&source.framework);
    let tables: [(Table, &ClassTable<'_>); 5] = [
        (Table::Summaries, &flow.summaries),
        (Table::Sinks, &flow.sinks),
        (Table::Openers, &flow.openers),
        (Table::Sources, &flow.sources),
        (Table::Channels, &flow.channels),
    ];
    for (table, rows) in tables {
        for row in rows.rows() {
            let mut fault = |what: &str| out.push(at(source, table, &row, what));
            if let Some(what) = members.fault(&row, &lacking) {
                fault(what);
            }
            match places(table, row.cells) {
                Err(what) => fault(what),
                Ok(places) => {
                    if let Some(n) = n_declared(&row)
                        && places.iter().any(|place| beyond(place, n))
                    {
                        fault("a place names a parameter that the method does not have");
                    }
                }
            }
            if table == Table::Sinks
                && let Ok(sink) = Sink::parse(row.cells)
                && let Some(sdk) = sink.to.filter(|sdk| !sdks.contains(sdk))
            {
                fault(&format!("unknown SDK {sdk}"));
            }
            if table == Table::Sources
                && let Ok(source) = FlowSource::parse(row.cells)
                && let SourceData::Kinds(data) = source.data
            {
                for kind in data.iter().filter(|kind| !kinds.contains(*kind)) {
                    fault(&format!("unknown kind of information {kind}"));
                }
            }
        }
    }
    let listed = |file: &str, place: &str, what: &str| Problem {
        file: file.to_owned(),
        place: place.to_owned(),
        what: what.to_owned(),
    };
    for input in &flow.inputs {
        if !kinds.contains(input.data.as_str()) {
            let what = "unknown kind of information";
            out.push(listed("dataflow/inputs.yaml", &input.data, what));
        }
    }
    for toolkit in &flow.toolkits {
        for package in &toolkit.packages {
            if !(package.starts_with('L') && package.ends_with('/')) {
                let what = format!("{package} is no package: L…/");
                out.push(listed("dataflow/toolkits.yaml", &toolkit.name, &what));
            }
        }
    }
    for columns in &flow.columns {
        if !columns.data.is_empty() && !kinds.contains(columns.data.as_str()) {
            let what = format!("unknown kind of information {}", columns.data);
            out.push(listed("dataflow/columns.yaml", &columns.uri, &what));
        }
    }
}

fn at(source: &Source, table: Table, row: &Row<'_>, what: &str) -> Problem {
    let method = row.method_cell();
    let key = (table, row.class.to_owned(), method.clone());
    let (file, place) = match source.flow_origins.get(&key) {
        Some((file, line)) => (file.clone(), format!("line {line}")),
        None => ("dataflow".to_owned(), String::new()),
    };
    Problem {
        file,
        place,
        what: format!("{}->{method}: {what}", row.class),
    }
}

/// Every place that a row names.
fn places(table: Table, cells: &str) -> Result<Vec<Place<'_>>, &'static str> {
    match table {
        Table::Summaries => Ok(parse_effects(cells)?
            .into_iter()
            .flat_map(|effect| match effect {
                Effect::If { then, .. }
                | Effect::Unless { then, .. }
                | Effect::Own { then, .. } => then,
                effect => vec![effect],
            })
            .flat_map(|effect| match effect {
                Effect::If { .. }
                | Effect::Unless { .. }
                | Effect::Own { .. }
                | Effect::Awaits(_)
                | Effect::AwaitsBetween { .. }
                | Effect::Ends
                | Effect::Reopens => Vec::new(),
                Effect::CancelCall { receiver, args, .. } => {
                    let args = args.into_iter().flatten().map(|(_, place)| place);
                    std::iter::once(receiver).chain(args).collect()
                }
                Effect::Flow { from, to, .. }
                | Effect::Slice { from, to, .. }
                | Effect::Range { from, to, .. }
                | Effect::Fill { from, to }
                | Effect::Pairs { from, to, .. }
                | Effect::Copy { from, to, .. } => vec![from, to],
                Effect::Cut { from, .. } => vec![from],
                Effect::After { asked, .. } => vec![asked],
                Effect::Asks { object, .. } => vec![object],
                Effect::Format { text, args, to } => vec![text, args, to],
                Effect::Kill(place)
                | Effect::Take(place)
                | Effect::Cancel(place)
                | Effect::Mix(place)
                | Effect::Turn(place) => vec![place],
                Effect::Fold { args, to, .. } => args
                    .into_iter()
                    .filter_map(|arg| match arg {
                        FoldArg::Place(place) => Some(place),
                        FoldArg::Text(_) | FoldArg::Int(_) => None,
                    })
                    .chain([to])
                    .collect(),
                Effect::Call {
                    receiver,
                    args,
                    result,
                    failed,
                    ..
                } => {
                    let mut out = vec![receiver];
                    out.extend(args.into_iter().flatten());
                    out.extend(result.map(|(place, _)| place));
                    out.extend(failed);
                    out
                }
            })
            .collect()),
        Table::Sinks => Sink::parse(cells).map(|sink| sink.values),
        Table::Openers => Opener::parse(cells).map(|opener| opener.values),
        Table::Sources => FlowSource::parse(cells).map(|source| source.values),
        Table::Channels => ChannelEnd::parse(cells).map(|end| end.values),
    }
}

fn n_declared(row: &Row<'_>) -> Option<usize> {
    match row.shape {
        Shape::Exact(proto) => n_params(proto),
        Shape::Arity(n) => Some(n),
        Shape::Any => None,
    }
}

fn beyond(place: &Place<'_>, n: usize) -> bool {
    matches!(place.base, Base::Arg(k) if usize::try_from(k).is_ok_and(|k| k >= n))
}

/// Members of the framework model by class and name.
struct Members<'a> {
    supers: BTreeMap<&'a str, Vec<&'a str>>,
    members: BTreeMap<(&'a str, &'a str), Vec<&'a str>>,
}

impl<'a> Members<'a> {
    fn new(rows: &'a FrameworkRows) -> Self {
        let supers = rows
            .types
            .iter()
            .map(|row| {
                let above = row.superclass.iter().chain(&row.interfaces);
                (row.descriptor.as_str(), above.map(String::as_str).collect())
            })
            .collect();
        let mut members: BTreeMap<(&str, &str), Vec<&str>> = BTreeMap::new();
        for row in &rows.members {
            members
                .entry((&row.class, &row.name))
                .or_default()
                .push(&row.ty);
        }
        Self { supers, members }
    }

    fn fault(&self, row: &Row<'_>, lacking: &BTreeSet<&str>) -> Option<&'static str> {
        let class = row.class;
        if class == "[" || class.starts_with('@') || lacking.contains(class) {
            return None;
        }
        if !self.supers.contains_key(class) {
            return is_platform(class).then_some(
                "class is not in the framework model; a class that exists is named in not-in-model.txt",
            );
        }
        if row.name == "*"
            || self.has(class, row)
            || lacking.contains(format!("{class}->{}", row.method_cell()).as_str())
            || lacking.contains(format!("{class}->{}", row.name).as_str())
        {
            return None;
        }
        Some("no such member in the framework model; one that exists is named in not-in-model.txt")
    }

    fn has(&self, class: &'a str, row: &Row<'_>) -> bool {
        let fits = |ty: &str| match row.shape {
            Shape::Any => ty.starts_with(['(', '/']),
            Shape::Exact(proto) => {
                ty == proto || n_params(proto).is_some_and(|n| ty == format!("/{n}"))
            }
            Shape::Arity(n) => n_params(ty) == Some(n) || ty == format!("/{n}"),
        };
        let mut queue = vec![class, OBJECT];
        let mut visited = BTreeSet::new();
        while let Some(class) = queue.pop() {
            if !visited.insert(class) || visited.len() > MAX_TYPES {
                continue;
            }
            let own = self.members.get(&(class, row.name));
            if own.is_some_and(|types| types.iter().any(|ty| fits(ty))) {
                return true;
            }
            queue.extend(self.supers.get(class).into_iter().flatten());
        }
        false
    }
}

/// Name spaces that only the platform defines.
fn is_platform(class: &str) -> bool {
    let head = |heads: &[&str]| heads.iter().any(|head| class.starts_with(head));
    head(&["Landroid/", "Ljava/", "Ljavax/", "Ldalvik/", "Lorg/json/"])
        && !head(&[
            "Landroid/support/",
            "Landroid/arch/",
            "Ljavax/inject/",
            "Ljavax/annotation/",
        ])
}
