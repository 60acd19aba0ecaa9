//! Data-flow tables: each fault names file and line; what is read comes out of the image again.

use ruleset::Knowledge;
use ruleset::schema::dataflow::{
    ChannelEnd, ClassTable, Effect, FlowSource, Opener, Sink, parse_effects,
};

use crate::{Files, base, check_faults, knowledge, read_faults};

const SUMMARIES: &str = "dataflow/summaries/a.tsv";

fn with_flow(files: &[(&str, &str)]) -> Files {
    let mut all = base();
    all.extend(
        files
            .iter()
            .map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())),
    );
    all
}

/// The only fault of reading, as one text.
fn reading(path: &str, text: &str) -> String {
    let found = read_faults(&with_flow(&[(path, text)]));
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].file, path);
    found[0].to_string()
}

/// The only fault of checking, as one text.
fn checking(path: &str, text: &str) -> String {
    let found = check_faults(&with_flow(&[(path, text)]));
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].file, path);
    found[0].to_string()
}

#[test]
fn faults_of_reading_name_file_and_line() {
    let cases = [
        (
            SUMMARIES,
            "# a\nLf/Tel;\tgetId\n",
            "line 2: wrong number of columns",
        ),
        (
            SUMMARIES,
            "Lf/Tel;\tgetId\tnone\tnone\n",
            "line 1: wrong number of columns",
        ),
        (
            SUMMARIES,
            "Lf/Tel\tgetId\tnone\n",
            "line 1: not a class descriptor",
        ),
        (
            SUMMARIES,
            "f.Tel\tgetId\tnone\n",
            "line 1: not a class descriptor",
        ),
        (
            SUMMARIES,
            "Lf/Tel;\tget Id\tnone\n",
            "line 1: not a method name",
        ),
        (
            SUMMARIES,
            "Lf/Tel;\tgetId/x\tnone\n",
            "line 1: number of parameters",
        ),
        (
            SUMMARIES,
            "Lf/Tel;\tgetId(Q)V\tnone\n",
            "line 1: prototype does not parse",
        ),
        (
            SUMMARIES,
            "\nLf/Tel;\tgetId\targ0 ret\n",
            "line 2: effect without arrow",
        ),
        (
            SUMMARIES,
            "Lf/Tel;\tgetId\tself -> ret\n",
            "line 1: place begins with no known word",
        ),
        (
            SUMMARIES,
            "Lf/Tel;\tgetId\tthis.a b -> ret\n",
            "line 1: step of a place",
        ),
        (
            SUMMARIES,
            "Lf/Tel;\tgetId\tthis -> ret [sha]\n",
            "line 1: unknown kind of transform",
        ),
        (
            SUMMARIES,
            "Lf/Tel;\tgetId\tcall arg0.run\n",
            "line 1: a call ends",
        ),
        (
            SUMMARIES,
            "Lf/Tel;\tgetId\tif arg0: kill this\n",
            "line 1: condition without",
        ),
        (
            SUMMARIES,
            "Lf/Tel;\tgetId\tnone\nLf/Base;\tbase\tnone\n",
            "line 2: row is out of order",
        ),
        (
            SUMMARIES,
            "Lf/Tel;\tgetId\tnone\nLf/Tel;\tgetId\tnone\n",
            "line 2: row is given twice",
        ),
        (
            SUMMARIES,
            "Lf/Tel;\tgetId\tnone\nLf/Tel;\tgetId\tthis -> ret\n",
            "summarised in dataflow/summaries/a.tsv line 1 too",
        ),
        (
            SUMMARIES,
            "@Lf/Tel;\tgetId\tnone\n",
            "line 1: an annotation stands for any method",
        ),
        (
            "dataflow/sinks/a.tsv",
            "Lf/Tel;\tgetId\tlog\targ0\t-\t-\t-\n",
            "line 1: wrong number of columns",
        ),
        (
            "dataflow/sinks/a.tsv",
            "Lf/Tel;\tgetId\tlogg\targ0\t-\t-\t-\t-\n",
            "line 1: unknown kind of sink",
        ),
        (
            "dataflow/sinks/a.tsv",
            "Lf/Tel;\tgetId\tlog\targ0\t-\t\t-\t-\n",
            "line 1: empty cell",
        ),
        (
            "dataflow/sinks/a.tsv",
            "Lf/Tel;\tgetId\tlog\targ0\t-\t-\t-\tsome.sdk\n",
            "line 1: only a sink of kind sdk",
        ),
        (
            "dataflow/openers.tsv",
            "Lf/Tel;\tgetId\tchannel\tret\t-\t-\t-\n",
            "line 1: an opener says what it opens",
        ),
        (
            "dataflow/sources.tsv",
            "Lf/Tel;\tgetId\tboth\tret\tdevice.id\t-\n",
            "line 1: unknown side",
        ),
        (
            "dataflow/sources.tsv",
            "Lf/Tel;\tgetId\tcall\tret\t-\t-\n",
            "line 1: no kind of information",
        ),
        (
            "dataflow/sources.tsv",
            "Lf/Tel;\tgetId\tcall\tret\t@points\tx\n",
            "line 1: condition without",
        ),
        (
            "dataflow/channels.tsv",
            "Lf/Tel;\tgetId\tprefs\tinto\targ0\t-\t-\n",
            "line 1: unknown side",
        ),
        (
            "dataflow/channels.tsv",
            "Lf/Tel;\tgetId\tprefs\tput\targ0\tkey\t-\n",
            "line 1: place begins with no known word",
        ),
        (
            "dataflow/other.tsv",
            "a\tb\n",
            "no catalogue keeps such a file",
        ),
        (
            "dataflow/inputs.yaml",
            "format: privlens/flow-inputs/2\ninputs: []\n",
            "expected privlens/flow-inputs/1",
        ),
        (
            "dataflow/inputs.yaml",
            "format: privlens/flow-inputs/1\ninputs: [{data: device.id, hints: []}]\n",
            "unknown field",
        ),
    ];
    for (path, text, wanted) in cases {
        let fault = reading(path, text);
        assert!(fault.contains(wanted), "{text:?}: {fault}");
    }
}

#[test]
fn one_method_is_summarised_in_one_file() {
    let found = read_faults(&with_flow(&[
        (SUMMARIES, "Lf/Tel;\tgetId\tnone\n"),
        (
            "dataflow/summaries/b.tsv",
            "# b\nLf/Tel;\tgetId\tthis -> ret\n",
        ),
    ]));
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(
        (found[0].file.as_str(), found[0].place.as_str()),
        ("dataflow/summaries/b.tsv", "line 2")
    );
}

#[test]
fn faults_of_checking_name_file_and_line() {
    let cases = [
        (
            SUMMARIES,
            "# a\nLf/Tel;\tgetIds\tnone\n",
            "line 2: Lf/Tel;->getIds: no such member",
        ),
        (
            SUMMARIES,
            "Lf/Tel;\tgetId(J)Ljava/lang/String;\tnone\n",
            "no such member",
        ),
        (SUMMARIES, "Lf/Tel;\tloose/3\tnone\n", "no such member"),
        (
            SUMMARIES,
            "Ljava/lang/None;\tgetId\tnone\n",
            "class is not in the framework model",
        ),
        (
            SUMMARIES,
            "Lf/Tel;\tloose/2\targ2 -> ret\n",
            "a parameter that the method does not have",
        ),
        (
            SUMMARIES,
            "Lf/Tel;\tloose/2\tcall arg0.run(arg7)\n",
            "a parameter that the method does not have",
        ),
        (
            "dataflow/sinks/a.tsv",
            "Lf/Tel;\tgetId\tsdk\targ0\t-\t-\t-\tother.sdk\n",
            "unknown SDK other.sdk",
        ),
        (
            "dataflow/sources.tsv",
            "Lf/Tel;\tgetId\tcall\tret\tdevice.id,other\t-\n",
            "unknown kind of information other",
        ),
    ];
    for (path, text, wanted) in cases {
        let fault = checking(path, text);
        assert!(
            fault.contains("line ") && fault.contains(wanted),
            "{text:?}: {fault}"
        );
    }
    let fault = checking(
        "dataflow/inputs.yaml",
        "format: privlens/flow-inputs/1\ninputs: [{data: other, hint: [说明𠮷]}]\n",
    );
    assert!(
        fault.contains("other: unknown kind of information"),
        "{fault}"
    );
    let fault = checking(
        "dataflow/columns.yaml",
        "format: privlens/flow-columns/1\ncolumns: [{uri: 'content://x', data: other, names: [a]}]\n",
    );
    assert!(
        fault.contains("content://x: unknown kind of information"),
        "{fault}"
    );
}

#[test]
fn sound_rows_pass_and_come_out_again() {
    let all = knowledge(&with_flow(&[
        (
            SUMMARIES,
            "@Lcom/x/Anno;\t*\tnone\nLcom/third/Party;\tany\targ5 -> ret\nLf/Tel;\tbase\tthis -> ret [hash:md5]\nLf/Tel;\tgetId(I)Ljava/lang/String;\tthis.key('键𠮷') => ret\nLf/Tel;\tloose/2\targ1 -> this\nLjava/lang/None;\tx\tnone\n",
        ),
        ("dataflow/not-in-model.txt", "# why\nLjava/lang/None;\n"),
        (
            "dataflow/sinks/a.tsv",
            "Lf/Tel;\tloose\tlog\targ0\t-\t-\t-\t-\nLf/Tel;\tloose\tsdk\targ1\t-\t-\t-\tsome.sdk\n",
        ),
        (
            "dataflow/inputs.yaml",
            "format: privlens/flow-inputs/1\ninputs: [{data: device.id, hint: [说明𠮷], input_types: [0x81]}]\n",
        ),
    ]));
    let flow = all.data_flow();
    let rows = flow
        .summaries
        .method("Lf/Tel;", "getId", "(I)Ljava/lang/String;");
    assert_eq!(rows.len(), 1);
    assert!(matches!(
        parse_effects(rows[0].cells).unwrap().as_slice(),
        [Effect::Flow { same: true, .. }]
    ));
    assert_eq!(flow.sinks.method("Lf/Tel;", "loose", "(II)V").len(), 2);
    // A near miss: another name, and a class that has no rows.
    assert!(flow.sinks.method("Lf/Tel;", "loos", "(II)V").is_empty());
    assert!(flow.sinks.method("Lf/Base;", "loose", "(II)V").is_empty());
    assert_eq!(flow.inputs[0].hint[0].as_str(), "说明𠮷");
    assert_eq!(flow.inputs[0].input_types, [0x81]);
}

#[test]
fn a_user_lays_rows_over() {
    let image: &'static [u8] = {
        let source = ruleset::source::read(&with_flow(&[(
            SUMMARIES,
            "Lf/Tel;\tgetId\tnone\nLf/Tel;\tloose\tnone\n",
        )]))
        .unwrap();
        Box::leak(
            ruleset::image::compile(&source.catalogues, &source.framework)
                .unwrap()
                .into_boxed_slice(),
        )
    };
    let above = vec![(
        SUMMARIES.to_owned(),
        b"Lf/Tel;\tgetId\tthis -> ret\n".to_vec(),
    )];
    let all = Knowledge::with_overlay(image, &above).unwrap();
    let cells = |name: &str| -> Vec<String> {
        all.data_flow()
            .summaries
            .method("Lf/Tel;", name, "()V")
            .iter()
            .map(|row| row.cells.to_owned())
            .collect()
    };
    assert_eq!(cells("getId"), ["this -> ret"]);
    assert_eq!(cells("loose"), ["none"]);
}

fn sorted_and_unique(table: &ClassTable<'_>) {
    let rows: Vec<(String, String, String)> = table
        .rows()
        .map(|row| {
            (
                row.class.to_owned(),
                row.method_cell(),
                row.cells.to_owned(),
            )
        })
        .collect();
    assert!(rows.len() > 20);
    let mut texts: Vec<String> = rows
        .iter()
        .map(|(class, method, cells)| format!("{class}\t{method}\t{cells}"))
        .collect();
    let n = texts.len();
    texts.sort();
    texts.dedup();
    assert_eq!(texts.len(), n, "a row is given twice");
}

#[test]
fn the_rows_of_the_program_parse() {
    let all = Knowledge::from_image(knowledge_image::IMAGE).unwrap();
    let flow = all.data_flow();
    for row in flow.summaries.rows() {
        assert!(parse_effects(row.cells).is_ok(), "{row:?}");
    }
    for row in flow.sinks.rows() {
        assert!(Sink::parse(row.cells).is_ok(), "{row:?}");
    }
    for row in flow.openers.rows() {
        assert!(Opener::parse(row.cells).is_ok(), "{row:?}");
    }
    for row in flow.sources.rows() {
        assert!(FlowSource::parse(row.cells).is_ok(), "{row:?}");
    }
    for row in flow.channels.rows() {
        assert!(ChannelEnd::parse(row.cells).is_ok(), "{row:?}");
    }
    for table in [
        &flow.summaries,
        &flow.sinks,
        &flow.openers,
        &flow.sources,
        &flow.channels,
    ] {
        sorted_and_unique(table);
    }
    assert!(
        flow.inputs
            .iter()
            .any(|input| input.data.as_str() == "password_credential")
    );
    assert!(flow.columns.len() > 10 && flow.hosts.hosting.len() > 20);
}

#[test]
fn regions_name_a_country_and_domains_are_lower_case() {
    let all = Knowledge::from_image(knowledge_image::IMAGE).unwrap();
    for company in &all.data_flow().hosts.hosting {
        for region in &company.regions {
            let (label, country) = region.split_once('=').unwrap();
            assert!(!label.is_empty() && country.len() == 2, "{region}");
        }
        for domain in &company.domains {
            assert!(
                domain.contains('.') && **domain == domain.to_lowercase(),
                "{domain}"
            );
        }
    }
}
