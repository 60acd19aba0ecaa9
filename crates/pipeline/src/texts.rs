//! Texts of resources, code and layouts that belong to a topic of the catalogues; default states of boxes. Refuses to
//! keep any other text.

use std::collections::{BTreeMap, BTreeSet};

use aho_corasick::{AhoCorasick, AhoCorasickBuilder, AhoCorasickKind};
use apk_unpack::{Container, Part, PartRole};
use app_facts::{Gap, ResourceFact};
use call_graph::{Mention, Mentions};
use manifest_parse::{EntryValue, LayoutFacts, ResourceTable, Text, Value};
use program_model::Program;
use ruleset::schema::Topic;

use crate::marks::gap;

/// Facts kept for one kind and topic.
const MAX_PER_TOPIC: usize = 40;
/// Facts kept in all.
const MAX_FACTS: usize = 4_000;
/// Characters kept of one text.
const MAX_CHARS: usize = 160;
/// Bytes of one string of code that are looked at; longer ones are data.
const MAX_CODE_TEXT: usize = 4_096;

/// The bytes of the resource tables of all parts.
pub(crate) struct TableBytes(Vec<(String, Vec<u8>)>);

/// Reads the tables; those that cannot be read are told by the manifest stage.
pub(crate) fn table_bytes(container: &Container<'_>) -> TableBytes {
    let mut out = Vec::new();
    for part in container
        .parts()
        .iter()
        .filter(|part| part.role() != PartRole::Nested)
    {
        if let Some(entry) = part.find("resources.arsc")
            && let Ok(read) = part.read(entry)
        {
            out.push((part.name().to_owned(), read.bytes.into_owned()));
        }
    }
    TableBytes(out)
}

impl TableBytes {
    /// The tables that can be parsed, by the name of their part.
    pub(crate) fn parse(&self) -> Vec<(&str, ResourceTable<'_>)> {
        self.0
            .iter()
            .filter_map(|(name, bytes)| {
                let table = manifest_parse::parse_resources(bytes).ok()?;
                Some((name.as_str(), table))
            })
            .collect()
    }
}

/// The table of a part, else that of the base.
pub(crate) fn table_of<'t, 'b>(
    tables: &'t [(&'b str, ResourceTable<'b>)],
    part: &Part<'_>,
) -> Option<&'t ResourceTable<'b>> {
    let own = tables.iter().find(|(name, _)| *name == part.name());
    own.or_else(|| tables.first()).map(|(_, table)| table)
}

/// One page: a layout, menu or list of settings with texts, boxes or fields.
#[derive(Debug, Default)]
pub(crate) struct Page {
    place: String,
    /// Path inside its archive, as the resource table gives it.
    file: String,
    boxes: Vec<(bool, String)>,
    inputs: Vec<String>,
    texts: Vec<String>,
    includes: Vec<u32>,
}

impl Page {
    /// The page of a layout, when it has a text, a box or a field.
    pub(crate) fn of(place: String, file: &str, facts: &LayoutFacts) -> Option<Self> {
        let text = |text: &Text| text.best().to_owned();
        let page = Self {
            place,
            file: file.to_owned(),
            boxes: facts
                .checkables
                .iter()
                .map(|row| {
                    (
                        row.checked.unwrap_or(false),
                        row.text.as_ref().map_or_else(String::new, text),
                    )
                })
                .collect(),
            inputs: facts
                .inputs
                .iter()
                .filter_map(|row| row.hint.as_ref().map(text))
                .collect(),
            texts: facts
                .texts
                .iter()
                .map(|row| text(&row.text))
                .chain(
                    facts
                        .on_click
                        .iter()
                        .filter_map(|row| row.text.as_ref().map(text)),
                )
                .chain(
                    facts
                        .menu_items
                        .iter()
                        .filter_map(|row| row.title.as_ref().map(text)),
                )
                .chain(facts.preferences.iter().flat_map(|row| {
                    let both = [row.title.as_ref(), row.summary.as_ref()];
                    both.into_iter().flatten().map(text)
                }))
                .filter(|text| !text.is_empty())
                .collect::<BTreeSet<_>>()
                .into_iter()
                .collect(),
            includes: facts.includes.clone(),
        };
        let is_empty = page.boxes.is_empty() && page.inputs.is_empty() && page.texts.is_empty();
        (!is_empty || !page.includes.is_empty()).then_some(page)
    }
}

/// Which code names which page.
struct Shown<'p> {
    mentions: &'p Mentions,
    pages: BTreeMap<String, Mention>,
    /// Texts that some page holds.
    on_pages: BTreeSet<&'p str>,
}

impl<'p> Shown<'p> {
    fn new(
        mentions: &'p Mentions,
        tables: &[(&str, ResourceTable<'_>)],
        pages: &'p [Page],
    ) -> Self {
        let files = |id: u32| -> Vec<String> {
            tables
                .iter()
                .flat_map(|(_, table)| table.values_of(id))
                .filter_map(|entry| match entry.value {
                    EntryValue::Plain(Value::String(path)) if path.ends_with(".xml") => {
                        Some(path.to_string())
                    }
                    _ => None,
                })
                .collect()
        };
        let mut shown: BTreeMap<String, Mention> = BTreeMap::new();
        let mut work: Vec<(String, Mention)> = Vec::new();
        for (id, when) in &mentions.resources {
            work.extend(files(*id).into_iter().map(|file| (file, *when)));
        }
        let by_file: BTreeMap<&str, &Page> = pages
            .iter()
            .map(|page| (page.file.as_str(), page))
            .collect();
        // A page gets an earlier mention at most once, so that each is gone through at most twice.
        while let Some((file, when)) = work.pop() {
            if shown.get(&file).is_some_and(|known| *known <= when) {
                continue;
            }
            if let Some(page) = by_file.get(file.as_str()) {
                for id in &page.includes {
                    work.extend(files(*id).into_iter().map(|file| (file, when)));
                }
            }
            shown.insert(file, when);
        }
        let on_pages = pages
            .iter()
            .flat_map(|page| {
                let boxes = page.boxes.iter().map(|(_, text)| text);
                page.texts.iter().chain(&page.inputs).chain(boxes)
            })
            .map(String::as_str)
            .collect();
        Self {
            mentions,
            pages: shown,
            on_pages,
        }
    }

    fn page(&self, page: &Page) -> &'static str {
        word(self.pages.get(&page.file)).unwrap_or("unknown")
    }

    fn resource(&self, id: u32, text: &str) -> &'static str {
        let otherwise = if self.on_pages.contains(text) {
            "unknown"
        } else {
            "none"
        };
        word(self.mentions.resources.get(&id)).unwrap_or(otherwise)
    }

    fn string(&self, dex: usize, row: u32) -> &'static str {
        word(self.mentions.strings.get(&(dex, row))).unwrap_or("none")
    }
}

fn word(mention: Option<&Mention>) -> Option<&'static str> {
    mention.map(|mention| match mention {
        Mention::Start => "start",
        Mention::Later => "later",
    })
}

/// Words of all topics, ready to be looked for.
/// The words of all topics, arranged once for many apps.
#[derive(Debug)]
pub(crate) struct TopicWords {
    words: AhoCorasick,
    /// Topic of each word, and whether the word takes the text away from it.
    meaning: Vec<(usize, bool)>,
}

/// The topics with their words.
#[derive(Debug)]
pub(crate) struct Topics<'t> {
    pub(crate) list: &'t [Topic],
    pub(crate) words: &'t TopicWords,
}

impl TopicWords {
    /// `None` when the words are too many to be looked for at once.
    pub(crate) fn new(topics: &[Topic]) -> Option<Self> {
        let mut words: Vec<&str> = Vec::new();
        let mut meaning = Vec::new();
        for (n, topic) in topics.iter().enumerate() {
            for (list, except) in [(&topic.words, false), (&topic.except, true)] {
                for word in list {
                    words.push(word);
                    meaning.push((n, except));
                }
            }
        }
        let words = AhoCorasickBuilder::new()
            .ascii_case_insensitive(true)
            // A table of a megabyte, but one step for each byte of the many texts of an app.
            .kind(Some(AhoCorasickKind::DFA))
            .build(&words)
            .ok()?;
        Some(Self { words, meaning })
    }
}

impl Topics<'_> {
    /// Topics of a text, sorted.
    fn of(&self, text: &[u8]) -> Vec<String> {
        let (mut yes, mut no) = (BTreeSet::new(), BTreeSet::new());
        for found in self.words.words.find_overlapping_iter(text) {
            match self.words.meaning.get(found.pattern().as_usize()) {
                Some((topic, true)) => no.insert(*topic),
                Some((topic, false)) => yes.insert(*topic),
                None => false,
            };
        }
        yes.difference(&no)
            .filter_map(|n| self.list.get(*n))
            .map(|topic| topic.id.clone())
            .collect()
    }
}

/// Facts being gathered.
struct Facts {
    rows: BTreeSet<ResourceFact>,
    counts: BTreeMap<(String, String), usize>,
    left_out: usize,
}

impl Facts {
    fn add(&mut self, row: ResourceFact) {
        // A text counts for the first of its topics that is not full, so that common topics do not hide rare ones.
        let open = row.topics.iter().any(|topic| {
            self.counts
                .get(&(row.kind.clone(), topic.clone()))
                .is_none_or(|count| *count < MAX_PER_TOPIC)
        });
        let always = matches!(row.kind.as_str(), "checkbox" | "input");
        if self.rows.len() >= MAX_FACTS || !(open || always) {
            self.left_out += 1;
            return;
        }
        for topic in &row.topics {
            *self
                .counts
                .entry((row.kind.clone(), topic.clone()))
                .or_default() += 1;
        }
        self.rows.insert(row);
    }
}

/// Every text that belongs to a topic, sorted.
pub(crate) fn find(
    topics: Option<&Topics<'_>>,
    tables: &[(&str, ResourceTable<'_>)],
    pages: &[Page],
    program: &Program<'_>,
    mentions: &Mentions,
    file_name: &str,
    gaps: &mut Vec<Gap>,
) -> Vec<ResourceFact> {
    let Some(topics) = topics else {
        return Vec::new();
    };
    let mut facts = Facts {
        rows: BTreeSet::new(),
        counts: BTreeMap::new(),
        left_out: 0,
    };
    let shown = Shown::new(mentions, tables, pages);
    for page in pages {
        add_page(topics, page, shown.page(page), &mut facts);
    }
    for (_, table) in tables {
        let mut strings = table.strings(|config| {
            let locale = &config.locale;
            locale.is_none() || locale.language == "zh"
        });
        for entry in strings.by_ref() {
            let found = topics.of(entry.text.as_bytes());
            if !found.is_empty() {
                let when = shown.resource(entry.id, &entry.text);
                facts.add(ResourceFact {
                    kind: "text".to_owned(),
                    first_screen: when == "start",
                    shown: when.to_owned(),
                    topics: found,
                    value: cut(&entry.text),
                    place: format!("string/{}", entry.name),
                    ..ResourceFact::default()
                });
            }
        }
        if strings.is_cut() {
            gaps.push(gap(
                "pipeline",
                "texts of the resource table",
                file_name,
                "more text than is looked at",
                "texts that rules ask for may be missing",
            ));
        }
    }
    for (id, dex) in program.dex_files() {
        for row in 0..dex.file.n_strings() {
            let Ok(bytes) = dex.file.string_bytes(dex_parse::StringIdx(row)) else {
                continue;
            };
            if bytes.len() > MAX_CODE_TEXT {
                continue;
            }
            let found = topics.of(bytes);
            if !found.is_empty() {
                let text = byte_reader::mutf8::decode_printable(bytes).text;
                let when = shown.string(id.index(), row);
                facts.add(ResourceFact {
                    first_screen: when == "start",
                    shown: when.to_owned(),
                    kind: "code_text".to_owned(),
                    topics: found,
                    value: cut(&text),
                    place: dex.name.clone(),
                    ..ResourceFact::default()
                });
            }
        }
    }
    facts.rows.into_iter().collect()
}

fn add_page(topics: &Topics<'_>, page: &Page, when: &str, facts: &mut Facts) {
    let all: Vec<&String> = page
        .texts
        .iter()
        .chain(&page.inputs)
        .chain(page.boxes.iter().map(|(_, text)| text))
        .collect();
    let of: Vec<Vec<String>> = all.iter().map(|text| topics.of(text.as_bytes())).collect();
    let mut counts: BTreeMap<&String, usize> = BTreeMap::new();
    for topic in of.iter().flatten() {
        *counts.entry(topic).or_default() += 1;
    }
    // Topics of the other texts of the page.
    let others = |own: &[String]| -> Vec<String> {
        counts
            .iter()
            .filter(|(topic, count)| **count > usize::from(own.contains(topic)))
            .map(|(topic, _)| (*topic).clone())
            .collect()
    };
    let first_input = page.texts.len();
    let first_box = first_input + page.inputs.len();
    for (n, (text, found)) in all.iter().zip(&of).enumerate() {
        let kind = if n < first_input {
            "layout_text"
        } else if n < first_box {
            "input"
        } else {
            "checkbox"
        };
        let checked = n
            .checked_sub(first_box)
            .and_then(|n| page.boxes.get(n))
            .map(|(checked, _)| *checked);
        let page_topics = others(found);
        // A ticked box beside a text that asks for agreement tells even when it has no text of its own.
        let tells = !found.is_empty() || (checked == Some(true) && !page_topics.is_empty());
        if tells {
            facts.add(ResourceFact {
                kind: kind.to_owned(),
                topics: found.clone(),
                value: cut(text),
                place: page.place.clone(),
                checked,
                page_topics,
                first_screen: when == "start",
                shown: when.to_owned(),
            });
        }
    }
}

fn cut(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .take(MAX_CHARS)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn topics() -> Vec<Topic> {
        let topic = |id: &str, words: &[&str], except: &[&str]| Topic {
            id: id.to_owned(),
            words: words.iter().map(|word| (*word).to_owned()).collect(),
            except: except.iter().map(|word| (*word).to_owned()).collect(),
        };
        vec![
            topic("child", &["儿童"], &["儿童隐私"]),
            topic("policy", &["privacy policy", "隐私政策"], &[]),
        ]
    }

    #[test]
    fn a_text_belongs_to_a_topic_unless_excepted() {
        let topics = topics();
        let words = TopicWords::new(&topics).unwrap();
        let topics = Topics {
            list: &topics,
            words: &words,
        };
        assert_eq!(topics.of("Our Privacy Policy".as_bytes()), ["policy"]);
        assert_eq!(topics.of("𠮷祥儿童乐园".as_bytes()), ["child"]);
        assert!(topics.of("儿童隐私保护".as_bytes()).is_empty());
        assert!(topics.of("隐私".as_bytes()).is_empty());
    }

    #[test]
    fn a_ticked_box_knows_the_texts_of_its_page() {
        let list = topics();
        let words = TopicWords::new(&list).unwrap();
        let topics = Topics {
            list: &list,
            words: &words,
        };
        let mut facts = Facts {
            rows: BTreeSet::new(),
            counts: BTreeMap::new(),
            left_out: 0,
        };
        let page = Page {
            place: "res/layout/login.xml".to_owned(),
            file: "res/layout/login.xml".to_owned(),
            includes: Vec::new(),
            boxes: vec![(true, String::new()), (false, "记住密码".to_owned())],
            inputs: Vec::new(),
            texts: vec!["隐私政策".to_owned()],
        };
        add_page(&topics, &page, "start", &mut facts);
        let boxes: Vec<_> = facts
            .rows
            .iter()
            .filter(|row| row.kind == "checkbox")
            .collect();
        assert_eq!(boxes.len(), 1);
        assert_eq!(boxes[0].page_topics, ["policy"]);
        assert_eq!(boxes[0].checked, Some(true));
        assert!(boxes[0].first_screen);
    }
}
