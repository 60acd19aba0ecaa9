//! A small framework with one source, one sink and a map, and a way to run the analysis over assembled programs.

use std::collections::BTreeMap;
use std::sync::Mutex;

use app_facts::{Access, Flow, Level, Owner, Scope, Site, Via};
use call_graph::{AppInput, CallGraph, Component, Index};
use data_flow::{CacheCounts, FlowInput, FlowResult, SummaryCache, SummaryStore, analyze};
use program_model::{DexInput, Program};
use ruleset::{Knowledge, source};

use crate::assembler::dex;

const TYPES: &str = "\
Ljava/lang/Object;\tc\t-\t-\t1\tj
Ljava/lang/String;\tc\tLjava/lang/Object;\t-\t1\tj
Lf/Runnable;\ti\tLjava/lang/Object;\t-\t1\tj
Lf/Activity;\tc\tLjava/lang/Object;\t-\t1\tj
Lf/Page;\tc\tLjava/lang/Object;\t-\t1\tj
Lf/Tel;\tc\tLjava/lang/Object;\t-\t1\tj
Lf/Net;\tc\tLjava/lang/Object;\t-\t1\tj
Lf/Map;\tc\tLjava/lang/Object;\t-\t1\tj
Lf/Text;\tc\tLjava/lang/Object;\t-\t1\tj
Lf/List;\tc\tLjava/lang/Object;\t-\t1\tj
Lf/Method;\tc\tLjava/lang/Object;\t-\t1\tj
Ljava/lang/Class;\tc\tLjava/lang/Object;\t-\t1\tj
Lf/Screen;\tc\tLjava/lang/Object;\t-\t1\tj
Lf/Store;\tc\tLjava/lang/Object;\t-\t1\tj
Lf/Edit;\tc\tLjava/lang/Object;\t-\t1\tj
Lf/Taker;\ti\tLjava/lang/Object;\t-\t1\tj
Lf/Note;\tc\tLjava/lang/Object;\t-\t1\tj
";

const MEMBERS: &str = "\
Ljava/lang/Object;\tc\t<init>\t()V\t1\tj
Lf/Runnable;\tm\trun\t()V\t1\tj
Lf/Activity;\tm\tonCreate\t()V\t1\tj
Lf/Activity;\tm\tonDestroy\t()V\t1\tj
Lf/Activity;\tm\tonSave\t(Lf/Map;)V\t1\tj
Lf/Activity;\tm\tonBack\t(Lf/Map;)V\t1\tj
Lf/Page;\tm\tonMake\t()V\t1\tj
Lf/Page;\tm\tonShow\t()V\t1\tj
Lf/Page;\tm\tonHide\t()V\t1\tj
Lf/Method;\tm\tcall\t(Ljava/lang/Object;[Ljava/lang/Object;)Ljava/lang/Object;\t1\tj
Ljava/lang/Class;\tm\tfind\t(Ljava/lang/String;)Lf/Method;\t1\tj
Lf/Tel;\ts\tgetId\t()Ljava/lang/String;\t1\tj
Lf/Net;\ts\tsend\t(Ljava/lang/String;)V\t1\tj
Lf/Net;\ts\tpost\t(Lf/Runnable;)V\t1\tj
Lf/Net;\ts\tshow\t(Lf/Page;)V\t1\tj
Lf/Net;\ts\tlength\t(Ljava/lang/String;)I\t1\tj
Lf/Map;\tc\t<init>\t()V\t1\tj
Lf/Map;\tm\tall\t(Lf/Map;)V\t1\tj
Lf/Map;\tm\tclear\t()V\t1\tj
Lf/Map;\tm\tkeep\t(Ljava/lang/String;Ljava/lang/String;)V\t1\tj
Lf/Map;\tm\tput\t(Ljava/lang/String;Ljava/lang/String;)V\t1\tj
Lf/Map;\tm\tget\t(Ljava/lang/String;)Ljava/lang/String;\t1\tj
Lf/Text;\ts\thash\t(Ljava/lang/String;)Ljava/lang/String;\t1\tj
Lf/Text;\ts\tother\t(Ljava/lang/String;)Ljava/lang/String;\t1\tj
Lf/Text;\ts\tjoin\t(Ljava/lang/String;Ljava/lang/String;)Ljava/lang/String;\t1\tj
Lf/Text;\ts\tsame\t(Ljava/lang/String;Ljava/lang/String;)Z\t1\tj
Lf/List;\tc\t<init>\t()V\t1\tj
Lf/List;\tm\tadd\t(Ljava/lang/String;)V\t1\tj
Lf/List;\tm\tpush\t(Ljava/lang/String;)V\t1\tj
Lf/List;\tm\tremove\t(I)V\t1\tj
Lf/List;\tm\tget\t(I)Ljava/lang/String;\t1\tj
Lf/List;\tm\tfirst\t()Ljava/lang/String;\t1\tj
Lf/List;\tm\tpart\t(II)Lf/List;\t1\tj
Lf/List;\tm\tshuffle\t()V\t1\tj
Lf/Screen;\tm\tonBuild\t()V\t1\tj
Lf/Screen;\tm\tonOpen\t()V\t1\tj
Lf/Screen;\tm\tonEnd\t()V\t1\tj
Lf/Screen;\tm\tquit\t()V\t1\tj
Lf/Store;\ts\topen\t()Lf/Edit;\t1\tj
Lf/Store;\ts\tget\t(Ljava/lang/String;)Ljava/lang/String;\t1\tj
Lf/Edit;\tm\tput\t(Ljava/lang/String;Ljava/lang/String;)Lf/Edit;\t1\tj
Lf/Edit;\tm\tapply\t()V\t1\tj
Lf/Taker;\tm\ton\t(Lf/Note;)V\t1\tj
Lf/Note;\tm\tfill\t(Ljava/lang/String;Ljava/lang/String;)V\t1\tj
Lf/Note;\tm\ttext\t()Ljava/lang/String;\t1\tj
Lf/Net;\ts\tnotify\t(Lf/Taker;Lf/Note;)V\t1\tj
Lf/Net;\ts\tdrop\t(Lf/Taker;Ljava/lang/String;)V\t1\tj
";

const SUMMARIES: &str = "\
Lf/Edit;\tapply\tnone
Lf/Edit;\tput\tthis => ret; awaits apply
Lf/List;\tadd\targ0 => this.add
Lf/List;\tfirst\tthis.head => ret
Lf/List;\tget\tthis.at(arg0) => ret
Lf/List;\tpart\tslice this arg0 arg1 => ret
Lf/List;\tpush\targ0 => this.front
Lf/List;\tremove\ttake this.at(arg0)
Lf/List;\tshuffle\tmix this
Lf/Map;\tall\targ0.all => this.all
Lf/Map;\tclear\tkill this.elem
Lf/Map;\tget\tthis.key(arg0) => ret
Lf/Map;\tkeep\tunless this.key(arg0): arg1 => this.key(arg0)
Lf/Map;\tput\tkill this.key(arg0); arg1 => this.key(arg0)
Lf/Net;\tdrop\tcancel call arg0.on(tag=arg1)
Lf/Net;\tlength\tnone
Lf/Net;\tnotify\tlater arg0.on(arg1)
Lf/Note;\tfill\targ0 => this.tag; arg1 => this.text
Lf/Note;\ttext\tthis.text => ret
Lf/Screen;\tquit\tnone
Lf/Store;\tget\tnone
Lf/Store;\topen\tnone
Lf/Text;\thash\targ0 -> ret [hash:md5]
Lf/Text;\tjoin\targ0, arg1 -> ret; fold concat(arg0, arg1) => ret
Lf/Text;\tsame\tfold equals(arg0, arg1) => ret
";

const SINKS: &str = "Lf/Net;\tsend\tnetwork\targ0\t-\t-\thttp\t-\n";

const CHANNELS: &str = "\
Lf/Activity;\tonBack\tsaved\tdeliver\targ0\t-\ttype(this)
Lf/Activity;\tonSave\tsaved\tdeliver\targ0\t-\ttype(this)
Lf/Edit;\tput\tedits\tput\targ1\targ0\t-
Lf/Store;\tget\tedits\tget\tret\targ0\t-
";

const LOADING: &str = "format: privlens/code-loading/1
reflection:
- {method: 'Ljava/lang/Class;->find(Ljava/lang/String;)Lf/Method;', does: method, name: 0}
- {method: 'Lf/Method;->call(Ljava/lang/Object;[Ljava/lang/Object;)Ljava/lang/Object;', does: invoke}
";

const GROUPS: &str = "format: privlens/access-points/1
groups:
- {id: tel.id, data: [id], title: {zh: 标识𠮷, en: id}, points: [{method: 'Lf/Tel;->getId()Ljava/lang/String;'}]}
";

const ENTRIES: &str = "format: privlens/entry-points/1
sets:
- {component: activity, base: Lf/Activity;, methods: [{method: onCreate()V}, {method: onSave(Lf/Map;)V}, {method: onBack(Lf/Map;)V}, {method: onDestroy()V}]}
- {component: screen, base: Lf/Screen;, methods: [{method: onBuild()V}, {method: onOpen()V, after: [onBuild], waits: true}, {method: onEnd()V, after: [onOpen, '*'], after_if: [onBuild], if_calls: [quit]}]}
- {component: page, base: Lf/Page;, handed: true, methods: [{method: onMake()V}, {method: onShow()V, after: [onMake, onHide, '*'], waits: true}, {method: onHide()V, after: [onShow, '*'], waits: true}]}
";

const TOOLKITS: &str = "format: privlens/flow-toolkits/1
toolkits:
- {name: 界面𠮷, packages: [Lkit/], except: [Lkit/Rows]}
";

const CLASSES: &str = "
.class public Lt/Box; extends Ljava/lang/Object;
.method public set(Ljava/lang/String;)V 2
  iput-object p1 p0 Lt/Box;->v:Ljava/lang/String;
  return-void
.end
.method public get()Ljava/lang/String; 2
  iget-object v0 p0 Lt/Box;->v:Ljava/lang/String;
  return-object v0
.end
.method static same(Ljava/lang/String;)Ljava/lang/String; 1
  return-object p0
.end
";

fn knowledge() -> Knowledge {
    let kinds = "format: privlens/taxonomy/1\nkinds:\n- {id: id, group: g, zh: 种类, en: kind, sensitive: no}\n";
    let files: Vec<(String, Vec<u8>)> = [
        ("taxonomy/kinds.yaml", kinds),
        ("framework/types.tsv", TYPES),
        ("framework/members.tsv", MEMBERS),
        ("framework/constants.tsv", ""),
        ("apis/base.yaml", GROUPS),
        ("entry-points/sets.yaml", ENTRIES),
        ("sites/code-loading.yaml", LOADING),
        ("dataflow/channels.tsv", CHANNELS),
        ("dataflow/summaries/f.tsv", SUMMARIES),
        ("dataflow/sinks/f.tsv", SINKS),
        ("dataflow/toolkits.yaml", TOOLKITS),
    ]
    .into_iter()
    .map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()))
    .collect();
    Knowledge::from_source(&source::read(&files).unwrap()).unwrap()
}

fn access(method: &str, offset: u32) -> Access {
    Access {
        data: "id".to_owned(),
        api: "Lf/Tel;->getId()Ljava/lang/String;".to_owned(),
        site: Site {
            method: method.to_owned(),
            offset,
            line: None,
            dex: "classes.dex".to_owned(),
            file: "base.apk".to_owned(),
        },
        owner: Owner::app(),
        initiator: Owner::app(),
        level: Level::Reachable,
        phase: None,
        via: Via::Direct,
        obtainable: None,
        scope: Scope::Full,
        background_weight: false,
        repeat: None,
        chain: Vec::new(),
        chain_shortest: Vec::new(),
        cuts: Vec::new(),
        model: String::new(),
        key: String::new(),
    }
}

/// Registers of a call stand in braces for the assembler.
fn braced(line: &str) -> String {
    let words: Vec<&str> = line.split_whitespace().collect();
    match words.split_first() {
        Some((op, rest)) if op.starts_with("invoke") => {
            let at = rest.iter().position(|word| word.contains("->")).unwrap();
            format!("{op} {{{}}} {}\n", rest[..at].join(", "), rest[at])
        }
        _ => format!("{line}\n"),
    }
}

/// Runs over an activity whose `onCreate` has this code, eight registers of which the last is the receiver; every call
/// of the source is an access.
pub(crate) fn run(code: &str) -> FlowResult {
    run_with(code, "")
}

/// As above, with further methods of the activity and further classes.
pub(crate) fn run_with(code: &str, more: &str) -> FlowResult {
    run_app(code, more, Vec::new())
}

/// As above, with further components. With a cache, empty or filled by the run itself, the result is the same.
pub(crate) fn run_app(code: &str, more: &str, others: Vec<Component>) -> FlowResult {
    let plain = run_in(None, code, more, others.clone());
    let store = Memory::default();
    for others in [others.clone(), others] {
        let got = run_in(Some(&store), code, more, others);
        assert_eq!(told(&got), told(&plain));
        assert_eq!(store.counts().wrong, 0);
    }
    plain
}

/// All of a result that does not speak of the cache.
pub(crate) fn told(result: &FlowResult) -> String {
    format!(
        "{:?} {:?} {:?} {:?} {} {} {:?}",
        result.flows,
        result.hosts,
        result.coverage,
        result.gaps,
        result.units,
        result.summaries,
        result.heaviest
    )
}

/// Files of a cache in memory; what is found is made all the same and compared.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    files: Mutex<BTreeMap<String, Vec<u8>>>,
    counts: Mutex<CacheCounts>,
}

impl Memory {
    /// What was counted since this was asked last.
    pub(crate) fn counts(&self) -> CacheCounts {
        std::mem::take(&mut *self.counts.lock().unwrap())
    }
}

impl SummaryStore for Memory {
    fn read(&self, name: &str) -> Option<Vec<u8>> {
        self.files.lock().unwrap().get(name).cloned()
    }

    fn write(&self, name: &str, bytes: &[u8]) {
        let mut files = self.files.lock().unwrap();
        files.insert(name.to_owned(), bytes.to_vec());
    }

    fn verifies(&self) -> bool {
        true
    }

    fn count(&self, counts: &CacheCounts) {
        self.counts.lock().unwrap().add(counts);
    }
}

/// One run, with the cache that a store holds.
pub(crate) fn run_in(
    store: Option<&Memory>,
    code: &str,
    more: &str,
    others: Vec<Component>,
) -> FlowResult {
    let text = format!(
        ".class public Lt/Main; extends Lf/Activity;\n.method public onCreate()V 8\n{code}\nreturn-void\n.end\n{more}\n{CLASSES}"
    );
    let bytes = dex(&text.lines().map(braced).collect::<String>());
    let knowledge = knowledge();
    let index = Index::new(&knowledge);
    let view = index.framework_view();
    let program = Program::build(
        vec![DexInput {
            file: dex_parse::parse(&bytes).unwrap().files()[0].clone(),
            name: "classes.dex".to_owned(),
            apk: "base.apk".to_owned(),
        }],
        &view,
    );
    let app = AppInput {
        package: "t".to_owned(),
        min_sdk: 21,
        target_sdk: 33,
        components: std::iter::once(Component {
            kind: "activity".to_owned(),
            class: "Lt/Main;".to_owned(),
            enabled: true,
            is_launcher: true,
            ..Component::default()
        })
        .chain(others)
        .collect(),
        fully_visible: true,
        ..AppInput::default()
    };
    let mut accesses = Vec::new();
    for (def, _) in program.defs() {
        for event in program.events(def) {
            let called = program.method_at(program.dex_of(def), event.index);
            if event.kind.is_plain_invoke()
                && called.is_some_and(|method| program.method_name(method).contains("->getId("))
            {
                accesses.push(access(&program.def_name(def), event.offset));
            }
        }
    }
    let graph = CallGraph::build(&program, &index, &app);
    analyze(&FlowInput {
        program: &program,
        graph: &graph,
        index: &index,
        catalogues: knowledge.catalogues(),
        app: &app,
        accesses: &accesses,
        resources: None,
        fields: &[],
        cache: store.map(|store| SummaryCache {
            store,
            catalogues: "of the lab",
        }),
    })
}

/// The only flow.
pub(crate) fn only(result: &FlowResult) -> &Flow {
    assert_eq!(result.flows.len(), 1, "{:?}", result.flows);
    &result.flows[0]
}
