//! Reads, lays over and checks rules and their tables; refuses rules that name what no table holds.

use std::collections::BTreeSet;

use crate::overlay::replace;
use crate::schema::{
    BEHAVIOUR, BehaviourFile, BehaviourName, Case, Catalogues, CategoryFile, ClauseFile, Expr,
    FieldKind, FieldTest, Group, Judging, Match, Names, Rule, RuleTables, SUBJECTS, StoreMapFile,
    TopicFile,
};
use crate::source::{check_format, problem, yaml};
use crate::{Problem, Text};

/// Deepest nesting of conditions.
const MAX_DEPTH: u32 = 8;
/// Words that no text of a rule may use: they would be conclusions.
const CONCLUSIONS: [&str; 6] = ["违法", "窃取", "泄露", "illegal", "violation", "steals"];

/// Reads one file when it belongs to the rules or their tables; false when it does not.
pub(crate) fn read(
    path: &str,
    text: &str,
    all: &mut Catalogues<'static>,
    problems: &mut Vec<Problem>,
) -> bool {
    let mut parts = path.split('/');
    let folder = parts.next().unwrap_or_default();
    let judging = &mut all.judging;
    match folder {
        "rules" | "clauses" | "categories" | "behaviours" | "texts" if is_text(path) => {}
        "rules" if path.contains("/tests/") || path.ends_with(".json") => {}
        "rules" if path.ends_with("/rule.yaml") => {
            if let Some(rule) = yaml::<Rule>(path, text, problems) {
                check_format(path, &rule.format, "privlens/rule/1", problems);
                let name = path.rsplit('/').nth(1).unwrap_or_default();
                if !name.starts_with(&format!("{}-", rule.id)) {
                    problems.push(problem(
                        path,
                        "id",
                        &format!("the folder of rule {} must begin with its id", rule.id),
                    ));
                }
                judging.rules.push(rule);
            }
        }
        "rules" if path.starts_with("rules/tables") => {
            if let Some(file) = yaml::<RuleTables>(path, text, problems) {
                check_format(path, &file.format, "privlens/rule-tables/1", problems);
                judging.sets.extend(file.sets);
                judging.facts.extend(file.facts);
                judging.matrix.extend(file.matrix);
                judging.permission_groups.extend(file.permission_groups);
            }
        }
        "clauses" => {
            if let Some(file) = yaml::<ClauseFile>(path, text, problems) {
                check_format(path, &file.format, "privlens/clauses/1", problems);
                judging.instruments.extend(file.instruments);
                judging.clauses.extend(file.clauses);
            }
        }
        "categories" if path.starts_with("categories/store-map") => {
            if let Some(file) = yaml::<StoreMapFile>(path, text, problems) {
                check_format(path, &file.format, "privlens/store-map/1", problems);
                judging.store_maps.push(file);
            }
        }
        "categories" => {
            if let Some(file) = yaml::<CategoryFile>(path, text, problems) {
                check_format(path, &file.format, "privlens/categories/1", problems);
                judging.categories.extend(file.categories);
            }
        }
        "texts" => {
            if let Some(file) = yaml::<TopicFile>(path, text, problems) {
                check_format(path, &file.format, "privlens/topics/1", problems);
                judging.topics.extend(file.topics);
            }
        }
        "behaviours" => {
            if let Some(file) = yaml::<BehaviourFile<'static>>(path, text, problems) {
                check_format(path, &file.format, "privlens/behaviours/1", problems);
                behaviours(file, all);
            }
        }
        _ => return false,
    }
    true
}

fn is_text(path: &str) -> bool {
    path.ends_with(".md") || path.ends_with(".txt")
}

/// A behaviour becomes a group of places like any other, marked by what its `data` begins with.
fn behaviours(file: BehaviourFile<'static>, all: &mut Catalogues<'static>) {
    for group in file.behaviours {
        all.judging.behaviours.push(BehaviourName {
            id: Text::from(group.id.clone()),
            title: group.title.clone(),
            keep: group.keep,
        });
        // One without points comes from a stage of its own.
        if group.points.is_empty() {
            continue;
        }
        all.groups.push(Group {
            id: Text::from(format!("{BEHAVIOUR}{}", group.id)),
            data: vec![Text::from(format!("{BEHAVIOUR}{}", group.id))],
            title: Names {
                zh: Text::from(group.title.zh),
                en: Text::from(group.title.en),
            },
            implied: false,
            needs: Vec::new(),
            blocked: Vec::new(),
            source: group.source.map(Text::from),
            note: None,
            points: group.points,
        });
    }
}

/// Sorts every table.
pub(crate) fn sort(all: &mut Judging<'_>) {
    all.rules.sort_by(|a, b| a.id.cmp(&b.id));
    all.instruments.sort_by(|a, b| a.id.cmp(&b.id));
    all.clauses.sort_by(|a, b| a.id.cmp(&b.id));
    all.categories
        .sort_by(|a, b| (a.number, &a.id).cmp(&(b.number, &b.id)));
    all.sets.sort_by(|a, b| a.name.cmp(&b.name));
    all.facts.sort_by(|a, b| a.name.cmp(&b.name));
    all.permission_groups.sort_by(|a, b| a.name.cmp(&b.name));
    all.topics.sort_by(|a, b| a.id.cmp(&b.id));
    all.behaviours.sort_by(|a, b| a.id.cmp(&b.id));
    all.store_maps.sort_by(|a, b| a.store.cmp(&b.store));
}

/// Lays a user's tables over the base by id.
pub(crate) fn lay_over<'a>(below: &mut Judging<'a>, above: Judging<'a>) {
    replace(&mut below.rules, above.rules, |rule| rule.id.clone());
    replace(&mut below.instruments, above.instruments, |row| {
        row.id.clone()
    });
    replace(&mut below.clauses, above.clauses, |row| row.id.clone());
    replace(&mut below.categories, above.categories, |row| {
        row.id.clone()
    });
    replace(&mut below.sets, above.sets, |row| row.name.clone());
    replace(&mut below.facts, above.facts, |row| row.name.clone());
    replace(&mut below.matrix, above.matrix, |row| row.item.clone());
    replace(
        &mut below.permission_groups,
        above.permission_groups,
        |row| row.name.clone(),
    );
    replace(&mut below.topics, above.topics, |row| row.id.clone());
    replace(&mut below.behaviours, above.behaviours, |row| {
        row.id.to_string()
    });
    replace(&mut below.store_maps, above.store_maps, |row| {
        row.store.clone()
    });
}

/// Takes rules away that a user's folder does not want.
pub(crate) fn take_away(below: &mut Judging<'_>, gone: &BTreeSet<&str>) {
    below.rules.retain(|rule| !gone.contains(rule.id.as_str()));
}

/// What the tables hold, for checking rules against.
struct Known<'c> {
    all: &'c Catalogues<'c>,
    kinds: BTreeSet<&'c str>,
    clauses: BTreeSet<&'c str>,
    facts: BTreeSet<&'c str>,
    sets: BTreeSet<&'c str>,
    topics: BTreeSet<&'c str>,
    behaviours: BTreeSet<&'c str>,
    rules: BTreeSet<&'c str>,
}

/// Every fault of the rules and their tables.
pub(crate) fn check(all: &Catalogues<'_>, out: &mut Vec<Problem>) {
    let judging = &all.judging;
    let known = Known {
        all,
        kinds: all.kinds.iter().map(|kind| kind.id.as_str()).collect(),
        clauses: judging.clauses.iter().map(|row| row.id.as_str()).collect(),
        facts: judging.facts.iter().map(|row| row.name.as_str()).collect(),
        sets: judging.sets.iter().map(|row| row.name.as_str()).collect(),
        topics: judging.topics.iter().map(|row| row.id.as_str()).collect(),
        behaviours: judging
            .behaviours
            .iter()
            .map(|row| row.id.as_str())
            .collect(),
        rules: judging.rules.iter().map(|row| row.id.as_str()).collect(),
    };
    let mut seen = BTreeSet::new();
    for rule in &judging.rules {
        if !seen.insert(&rule.id) {
            out.push(problem("rules", &rule.id, "given twice"));
        }
        for fault in known.rule(rule) {
            out.push(problem("rules", &rule.id, &fault));
        }
    }
    let instruments: BTreeSet<&str> = judging
        .instruments
        .iter()
        .map(|row| row.id.as_str())
        .collect();
    for clause in &judging.clauses {
        if !instruments.contains(clause.instrument.as_str()) {
            out.push(problem(
                "clauses",
                &clause.id,
                &format!("unknown instrument {}", clause.instrument),
            ));
        }
    }
    for item in &judging.matrix {
        if !known.clauses.contains(item.item.as_str()) {
            out.push(problem(
                "rules",
                &item.item,
                "the matrix names an unknown clause",
            ));
        }
        for rule in item
            .rules
            .iter()
            .filter(|id| !known.rules.contains(id.as_str()))
        {
            out.push(problem(
                "rules",
                &item.item,
                &format!("the matrix names an unknown rule {rule}"),
            ));
        }
    }
    for category in &judging.categories {
        for row in &category.necessary {
            if !known.kinds.contains(row.data.as_str()) {
                out.push(problem(
                    "categories",
                    &category.id,
                    &format!("unknown kind of information {}", row.data),
                ));
            }
        }
    }
}

impl Known<'_> {
    fn rule(&self, rule: &Rule) -> Vec<String> {
        let mut out = Vec::new();
        for clause in rule
            .clauses
            .iter()
            .filter(|id| !self.clauses.contains(id.as_str()))
        {
            out.push(format!("unknown clause {clause}"));
        }
        for fact in rule
            .facts
            .iter()
            .filter(|name| !self.facts.contains(name.as_str()))
        {
            out.push(format!("unknown fact {fact}"));
        }
        if rule.cases.is_empty() {
            out.push("no case".to_owned());
        }
        if rule.jurisdictions.is_empty() {
            out.push("no jurisdiction".to_owned());
        }
        let texts = [
            &rule.title,
            &rule.message,
            &rule.limits,
            &rule.confirm,
            &rule.remedy,
        ];
        for text in texts
            .into_iter()
            .chain(rule.cases.iter().filter_map(|case| case.message.as_ref()))
        {
            if text.zh.is_empty() || text.en.is_empty() {
                out.push("a text is missing in one language".to_owned());
            }
            for word in CONCLUSIONS {
                if text.zh.contains(word) || text.en.to_lowercase().contains(word) {
                    out.push(format!("the text says {word}, which is a conclusion"));
                }
            }
        }
        for case in &rule.cases {
            self.case(case, &mut out);
        }
        for open in rule.undecided.iter().chain(&rule.manual) {
            self.expr(&open.when, None, 0, &mut out);
        }
        out.sort();
        out.dedup();
        out
    }

    fn case(&self, case: &Case, out: &mut Vec<String>) {
        if case.each.is_none() && case.when.is_none() {
            out.push("a case needs each or if".to_owned());
        }
        let outer = case.each.as_ref().map(Match::subject);
        if let Some(each) = &case.each {
            self.matcher(each, outer, out);
        }
        if let Some(when) = &case.when {
            self.expr(when, outer, 0, out);
        }
        for matcher in &case.also {
            self.matcher(matcher, outer, out);
        }
        if let Some(count) = &case.count
            && parse_range(count).is_none()
        {
            out.push(format!("count {count} is no number or range"));
        }
        let fields = case.by.iter().flatten().chain(&case.distinct);
        for field in fields {
            if outer.is_none_or(|subject| !has_field(subject, field)) {
                out.push(format!("{field} is no field of the facts gone through"));
            }
        }
    }

    fn expr(&self, expr: &Expr, outer: Option<&str>, depth: u32, out: &mut Vec<String>) {
        if depth > MAX_DEPTH {
            out.push(format!("conditions are nested deeper than {MAX_DEPTH}"));
            return;
        }
        match expr {
            Expr::All(list) | Expr::Any(list) | Expr::Not(list) => {
                if list.is_empty() {
                    out.push("an empty list of conditions".to_owned());
                }
                for inner in list {
                    self.expr(inner, outer, depth + 1, out);
                }
            }
            Expr::Some(matcher) | Expr::None(matcher) => self.matcher(matcher, outer, out),
            Expr::Count(counted) => {
                self.matcher(&counted.of, outer, out);
                if parse_range(&counted.is).is_none() {
                    out.push(format!("{} is no number or range", counted.is));
                }
                if let Some(field) = &counted.distinct
                    && !has_field(counted.of.subject(), field)
                {
                    out.push(format!("{field} is no field of {}", counted.of.subject()));
                }
            }
        }
    }

    fn matcher(&self, matcher: &Match, outer: Option<&str>, out: &mut Vec<String>) {
        let subject = matcher.subject();
        for (field, test) in matcher.tests() {
            match test {
                FieldTest::Flag(_) => {}
                FieldTest::Number(text) => {
                    if parse_range(text).is_none() {
                        out.push(format!("{subject} {field}: {text} is no number or range"));
                    }
                }
                FieldTest::Words(words) => {
                    for word in words {
                        self.word(subject, field, word, outer, out);
                    }
                }
            }
        }
    }

    fn word(
        &self,
        subject: &str,
        field: &str,
        word: &str,
        outer: Option<&str>,
        out: &mut Vec<String>,
    ) {
        let bare = word.strip_prefix('!').unwrap_or(word);
        let mut fault = |what: &str| out.push(format!("{subject} {field}: {what} {bare}"));
        if let Some(name) = bare.strip_prefix('$') {
            if outer.is_none_or(|outer| !has_field(outer, name)) {
                fault("no field of the facts gone through");
            }
        } else if let Some(name) = bare.strip_prefix('@') {
            if !self.sets.contains(name) {
                fault("unknown set");
            }
        } else if bare.contains('*') {
            let inner = bare.trim_matches('*');
            if inner.contains('*') {
                fault("* stands only at the beginning or end");
            }
        } else if field == "data" && !self.kinds.contains(bare) {
            fault("unknown kind of information");
        } else if field == "group" && matches!(subject, "access" | "flow" | "undeclared") {
            if !self
                .all
                .kinds
                .iter()
                .any(|kind| kind.group.as_str() == bare)
            {
                fault("unknown group");
            }
        } else if matches!((subject, field), ("resource", "topic" | "page_topic")) {
            if !self.topics.contains(bare) {
                fault("unknown topic");
            }
        } else if matches!((subject, field), ("behaviour", "id" | "beside"))
            && !self.behaviours.contains(bare)
        {
            fault("unknown behaviour");
        }
    }
}

/// True when a kind of fact has the field.
pub fn has_field(subject: &str, field: &str) -> bool {
    SUBJECTS
        .iter()
        .find(|(word, ..)| *word == subject)
        .is_some_and(|(_, _, fields)| fields.iter().any(|info| info.name == field))
}

/// A number or a range, both ends included: `3`, `>=3`, `>3`, `<=3`, `<3`, `2..5`.
pub fn parse_range(text: &str) -> Option<(i64, i64)> {
    let text = text.trim();
    let number = |text: &str| text.trim().parse::<i64>().ok();
    if let Some(rest) = text.strip_prefix(">=") {
        return Some((number(rest)?, i64::MAX));
    }
    if let Some(rest) = text.strip_prefix("<=") {
        return Some((i64::MIN, number(rest)?));
    }
    if let Some(rest) = text.strip_prefix('>') {
        return Some((number(rest)?.checked_add(1)?, i64::MAX));
    }
    if let Some(rest) = text.strip_prefix('<') {
        return Some((i64::MIN, number(rest)?.checked_sub(1)?));
    }
    if let Some((from, to)) = text.split_once("..") {
        return Some((number(from)?, number(to)?));
    }
    number(text).map(|n| (n, n))
}

/// The JSON Schema (draft 2020-12) of `rule.yaml`, made from the matcher types.
pub fn json_schema() -> String {
    let mut matchers = String::new();
    for (word, about, fields) in SUBJECTS {
        let mut properties = Vec::new();
        for info in *fields {
            let shape = match info.kind {
                FieldKind::Words => {
                    r#""type": "array", "items": {"type": "string"}, "minItems": 1"#
                }
                FieldKind::Flag => r#""type": "boolean""#,
                FieldKind::Number => {
                    r#""type": "string", "pattern": "^\\s*(>=|<=|>|<)?\\s*-?[0-9]+(\\.\\.-?[0-9]+)?\\s*$""#
                }
            };
            properties.push(format!(
                "            \"{}\": {{{shape}, \"description\": \"{}\"}}",
                info.name,
                info.about.trim().replace('"', "'")
            ));
        }
        if !matchers.is_empty() {
            matchers.push_str(",\n");
        }
        matchers.push_str(&format_matcher(word, about.trim(), &properties.join(",\n")));
    }
    SCHEMA.replace("@MATCHERS@", &matchers)
}

fn format_matcher(word: &str, about: &str, properties: &str) -> String {
    format!(
        "        \"{word}\": {{\n          \"description\": \"{about}\",\n          \"type\": \"object\",\n          \"additionalProperties\": false,\n          \"properties\": {{\n{properties}\n          }}\n        }}"
    )
}

const SCHEMA: &str = r##"{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "privlens/rule/1",
  "type": "object",
  "additionalProperties": false,
  "required": ["format", "id", "title", "theme", "tier", "status", "since", "jurisdictions", "severity", "clauses", "facts", "cases", "message", "limits", "confirm", "remedy"],
  "properties": {
    "format": {"const": "privlens/rule/1"},
    "id": {"type": "string"},
    "title": {"$ref": "#/$defs/pair"},
    "theme": {"type": "string"},
    "tier": {"enum": ["core", "extended"]},
    "status": {"enum": ["active", "draft"]},
    "since": {"type": "string", "format": "date"},
    "until": {"type": ["string", "null"], "format": "date"},
    "jurisdictions": {"type": "array", "items": {"enum": ["cn", "eu", "play", "us"]}, "minItems": 1},
    "severity": {"enum": ["info", "low", "medium", "high", "critical"]},
    "behaviour": {"type": ["string", "null"]},
    "miit_issue": {"type": ["string", "null"]},
    "clauses": {"type": "array", "items": {"type": "string"}},
    "needs": {"$ref": "#/$defs/inputs"},
    "better_with": {"$ref": "#/$defs/inputs"},
    "facts": {"type": "array", "items": {"type": "string"}},
    "absence": {"type": "boolean"},
    "cases": {"type": "array", "items": {"$ref": "#/$defs/case"}, "minItems": 1},
    "undecided": {"type": "array", "items": {"$ref": "#/$defs/open"}},
    "manual": {"type": "array", "items": {"$ref": "#/$defs/open"}},
    "message": {"$ref": "#/$defs/pair"},
    "limits": {"$ref": "#/$defs/pair"},
    "confirm": {"$ref": "#/$defs/pair"},
    "remedy": {"$ref": "#/$defs/pair"}
  },
  "$defs": {
    "pair": {"type": "object", "additionalProperties": false, "required": ["zh", "en"], "properties": {"zh": {"type": "string"}, "en": {"type": "string"}}},
    "inputs": {"type": "array", "items": {"enum": ["policy_text", "app_category", "previous_version", "play_data_safety_form", "store_metadata", "first_party_domains"]}},
    "open": {"type": "object", "additionalProperties": false, "required": ["if", "why"], "properties": {"if": {"$ref": "#/$defs/expr"}, "why": {"$ref": "#/$defs/pair"}}},
    "case": {
      "type": "object", "additionalProperties": false, "required": ["verdict", "confidence"],
      "properties": {
        "each": {"$ref": "#/$defs/match"},
        "if": {"$ref": "#/$defs/expr"},
        "by": {"type": "array", "items": {"type": "string"}},
        "count": {"type": "string"},
        "distinct": {"type": "string"},
        "verdict": {"enum": ["evidence", "suspected", "capability"]},
        "confidence": {"enum": ["low", "medium", "high"]},
        "message": {"$ref": "#/$defs/pair"},
        "also": {"type": "array", "items": {"$ref": "#/$defs/match"}}
      }
    },
    "expr": {
      "type": "object", "additionalProperties": false, "minProperties": 1, "maxProperties": 1,
      "properties": {
        "all": {"type": "array", "items": {"$ref": "#/$defs/expr"}, "minItems": 1},
        "any": {"type": "array", "items": {"$ref": "#/$defs/expr"}, "minItems": 1},
        "not": {"type": "array", "items": {"$ref": "#/$defs/expr"}, "minItems": 1},
        "some": {"$ref": "#/$defs/match"},
        "none": {"$ref": "#/$defs/match"},
        "count": {"type": "object", "additionalProperties": false, "required": ["of", "is"], "properties": {"of": {"$ref": "#/$defs/match"}, "is": {"type": "string"}, "distinct": {"type": "string"}}}
      }
    },
    "match": {
      "type": "object", "additionalProperties": false, "minProperties": 1, "maxProperties": 1,
      "properties": {
@MATCHERS@
      }
    }
  }
}
"##;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges() {
        assert_eq!(parse_range("3"), Some((3, 3)));
        assert_eq!(parse_range(">= 3"), Some((3, i64::MAX)));
        assert_eq!(parse_range("<30"), Some((i64::MIN, 29)));
        assert_eq!(parse_range("2..5"), Some((2, 5)));
        assert_eq!(parse_range("=3"), None);
        assert_eq!(parse_range(">9223372036854775807"), None);
    }

    #[test]
    fn an_unknown_key_is_an_error_with_its_line() {
        let mut problems = Vec::new();
        let mut all = Catalogues::default();
        read(
            "rules/cn/XX-001-x/rule.yaml",
            "format: privlens/rule/1\nid: XX-001\nlgic: 3\n",
            &mut all,
            &mut problems,
        );
        let text = problems
            .first()
            .map(|problem| problem.what.clone())
            .unwrap_or_default();
        assert!(text.contains("lgic") && text.contains('^'), "{text}");
    }

    #[test]
    fn fields_belong_to_their_facts() {
        assert!(has_field("access", "phase"));
        assert!(!has_field("sdk", "phase"));
    }
}
