//! `privlens match`: pasted call stacks against the accesses of an app.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use app_facts::{AppFacts, OwnerKind};
use pipeline::Analyzer;
use report::stack::{Frame, MatchOptions, NoMatch, Outcome, Stack, StackMatch, With, find, parse};
use report::text::safe_text;
use report::{Labels, Lang, json, names};

use super::dump::code_files;
use crate::args::{Common, MatchArgs};
use crate::exit::{CliError, Exit};
use crate::input::Input;
use crate::{analysis, knowledge, language, out};

/// Most classes of an app that are looked up.
const MAX_CLASSES: usize = 2_000_000;

pub(crate) fn run(args: &MatchArgs, common: &Common) -> Result<Exit, CliError> {
    let pasted = Input::new(&args.stack);
    let app = Input::new(&args.app);
    if pasted == Input::Stdin && app == Input::Stdin {
        return Err(CliError::Usage(
            "- (standard input) can be read only once".to_owned(),
        ));
    }
    let text = pasted.read()?;
    let stacks = parse(&String::from_utf8_lossy(&text));
    if stacks.is_empty() {
        return Err(CliError::Input(format!(
            "{}: no call stack found in the text",
            pasted.name()
        )));
    }
    let knowledge = knowledge::load(&common.ruleset)?;
    let mapping = match &args.mapping {
        Some(path) => Some(super::scan::read_mapping(path, common.quiet)?),
        None => None,
    };
    let bytes = app.read()?;
    let facts = analysis::accesses_of_bytes(&app, &bytes, &Analyzer::new(&knowledge))?;
    let mut classes = classes(&app, &bytes);
    if let Some(mapping) = &mapping {
        let originals: Vec<String> = classes
            .iter()
            .filter_map(|class| mapping.class(class))
            .map(str::to_owned)
            .collect();
        classes.extend(originals);
    }
    let has_class = |class: &str| classes.contains(class);
    let options = MatchOptions {
        mapping: mapping.as_ref(),
        has_class: Some(&has_class),
    };
    let page = Page {
        lang: language::language(common.lang),
        labels: &knowledge::labels(&knowledge),
        facts: &facts,
        limit: args.limit.max(1),
    };
    let mut output = String::new();
    for (number, stack) in stacks.iter().enumerate() {
        if number > 0 {
            output.push('\n');
        }
        page.stack(
            &mut output,
            number + 1,
            stack,
            &find(stack, &facts, &options),
        );
    }
    out::print(&output)?;
    Ok(Exit::Done)
}

/// Java names of all classes that the app defines.
fn classes(app: &Input, bytes: &[u8]) -> BTreeSet<String> {
    let mut classes = BTreeSet::new();
    for file in code_files(app, bytes).unwrap_or_default() {
        let Ok(container) = dex_parse::parse(&file.bytes) else {
            continue;
        };
        for dex in container.files() {
            for (_, class) in dex.class_defs() {
                if classes.len() >= MAX_CLASSES {
                    return classes;
                }
                if let Ok(name) = class.and_then(|class| dex.type_name(class.class)) {
                    classes.insert(names::java_class(&name));
                }
            }
        }
    }
    classes
}

struct Page<'a> {
    lang: Lang,
    labels: &'a Labels,
    facts: &'a AppFacts,
    limit: usize,
}

impl Page<'_> {
    fn stack(&self, out: &mut String, number: usize, stack: &Stack, outcome: &Outcome) {
        let heading = match self.lang {
            Lang::Zh => format!(
                "调用栈 {number}（文本第 {} 行起，{} 层）",
                stack.text_line,
                stack.frames.len()
            ),
            Lang::En => format!(
                "stack {number} (line {} of the text, {} frames)",
                stack.text_line,
                stack.frames.len()
            ),
        };
        line(out, 0, &heading);
        match outcome {
            Outcome::Matches(matches) => {
                for (rank, found) in matches.iter().take(self.limit).enumerate() {
                    self.found(out, rank + 1, stack, found);
                }
                if matches.len() > self.limit {
                    let more = matches.len() - self.limit;
                    line(
                        out,
                        2,
                        &match self.lang {
                            Lang::Zh => format!("另有 {more} 个匹配（--limit 可增加）"),
                            Lang::En => format!("{more} more matches (--limit shows more)"),
                        },
                    );
                }
            }
            Outcome::None(reason) => {
                line(out, 2, self.pick("没有匹配", "no match"));
                line(out, 4, &self.reason(reason));
            }
        }
    }

    fn found(&self, out: &mut String, rank: usize, stack: &Stack, found: &StackMatch) {
        let Some(access) = self.facts.accesses.get(found.access) else {
            return;
        };
        let kind = self
            .labels
            .kinds
            .get(&access.data)
            .and_then(|label| label.name.get(self.lang))
            .unwrap_or(&access.data);
        line(
            out,
            2,
            &format!(
                "{rank}. {} {kind} ({})  {}  [{}]",
                json::access_id(found.access),
                access.data,
                safe_text(&names::readable(&access.api)),
                match self.lang {
                    Lang::Zh => format!("得分 {}", found.score),
                    Lang::En => format!("score {}", found.score),
                }
            ),
        );
        let line_text = access
            .site
            .line
            .map_or_else(String::new, |line| format!(":{line}"));
        line(
            out,
            5,
            &format!(
                "{} {}{line_text}  {} +0x{:x}",
                self.pick("位置", "at"),
                safe_text(&names::stack_form(&access.site.method)),
                safe_text(&access.site.dex),
                access.site.offset
            ),
        );
        line(
            out,
            5,
            &format!(
                "{} {}   {} {}",
                self.pick("代码归属", "held by"),
                self.owner(access.owner.kind, access.owner.sdk.as_deref()),
                self.pick("发起方", "started by"),
                self.owner(access.initiator.kind, access.initiator.sdk.as_deref())
            ),
        );
        for hit in &found.frames {
            let Some(frame) = stack.frames.get(hit.frame) else {
                continue;
            };
            let with = match hit.with {
                With::Api => self.pick("接口", "API"),
                With::Site => self.pick("读取位置", "reading method"),
                With::Chain(_) => self.pick("调用链", "chain"),
            };
            let how = match (hit.exact, hit.same_line) {
                (true, true) => self.pick("，行号一致", ", same line"),
                (true, false) => "",
                (false, _) => self.pick("，同一外层类", ", same outer class"),
            };
            line(
                out,
                5,
                &format!("#{} {}  ({with}{how})", hit.frame, frame_text(frame)),
            );
        }
    }

    fn reason(&self, reason: &NoMatch) -> String {
        match reason {
            NoMatch::OnlyPlatform => self
                .pick(
                    "调用栈里只有系统框架的方法，没有应用的方法",
                    "the stack holds platform methods only, none of the app",
                )
                .to_owned(),
            NoMatch::ClassesNotInApp(classes) => {
                let list = safe_text(&classes.join(", "));
                match self.lang {
                    Lang::Zh => format!(
                        "这些类不在应用的代码中：{list}。可能是另一个版本、运行时加载的代码，或名称经过混淆（--mapping）"
                    ),
                    Lang::En => format!(
                        "these classes are not in the app's code: {list}; another version, code loaded while running, or renamed code (--mapping)"
                    ),
                }
            }
            NoMatch::ReadElsewhere { api, accesses } => {
                let ids: Vec<String> = accesses
                    .iter()
                    .take(self.limit)
                    .map(|access| json::access_id(*access))
                    .collect();
                let (api, ids) = (safe_text(&names::readable(api)), ids.join(", "));
                match self.lang {
                    Lang::Zh => {
                        format!("应用在别处调用 {api}（{ids}），但不在这个调用栈的方法中")
                    }
                    Lang::En => format!(
                        "the app calls {api} elsewhere ({ids}), but in no method of this stack"
                    ),
                }
            }
            NoMatch::NoKnownRead => self
                .pick(
                    "调用栈的方法中没有已知的读取；可能是目录未收录的接口，或读取发生在未看到的代码中",
                    "no known read in the methods of the stack: an API that the catalogues lack, or a read in code that was not seen",
                )
                .to_owned(),
        }
    }

    fn owner(&self, kind: OwnerKind, sdk: Option<&str>) -> String {
        if let Some(id) = sdk {
            let name = self
                .labels
                .sdks
                .get(id)
                .and_then(|name| name.get(self.lang));
            return match name {
                Some(name) => format!("{name} ({id})"),
                None => id.to_owned(),
            };
        }
        match kind {
            OwnerKind::App => self.pick("应用自身", "the app"),
            OwnerKind::Sdk => "SDK",
            OwnerKind::Library => self.pick("代码库", "a library"),
            OwnerKind::Packer => self.pick("加固壳", "a packer"),
            OwnerKind::Unknown => self.pick("归属不明", "unknown"),
        }
        .to_owned()
    }

    fn pick(&self, zh: &'static str, en: &'static str) -> &'static str {
        match self.lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}

fn frame_text(frame: &Frame) -> String {
    let line = frame
        .line
        .map_or_else(String::new, |line| format!(":{line}"));
    safe_text(&format!("{}.{}{line}", frame.class, frame.method))
}

fn line(out: &mut String, indent: usize, text: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{}{text}", " ".repeat(indent));
}
