//! `privlens rules`: lists, shows, checks and tests rules. Refuses to change them.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use report::Lang;
use rule_eval::fixture;
use ruleset::Knowledge;
use ruleset::schema::{Pair, Rule, SUBJECTS};

use crate::args::{Common, RulesCommand};
use crate::exit::{CliError, Exit};
use crate::{knowledge, language, out};

/// Where the rules of a source tree lie.
const TREE: &str = "rulesets";

pub(crate) fn run(what: &RulesCommand, common: &Common) -> Result<Exit, CliError> {
    let lang = language::language(common.lang);
    match what {
        RulesCommand::List => {
            let knowledge = knowledge::load(&common.ruleset)?;
            out::print(&list(&knowledge, lang))?;
        }
        RulesCommand::Show { id } => {
            let knowledge = knowledge::load(&common.ruleset)?;
            out::print(&show(&knowledge, id, lang)?)?;
        }
        RulesCommand::Facts => {
            let knowledge = knowledge::load(&common.ruleset)?;
            out::print(&facts(&knowledge, lang))?;
        }
        RulesCommand::Categories => {
            let knowledge = knowledge::load(&common.ruleset)?;
            out::print(&categories(&knowledge, lang))?;
        }
        RulesCommand::Schema => out::print(&ruleset::judging::json_schema())?,
        RulesCommand::Lint { folder } => {
            let folders = folders(common, folder.as_deref());
            let knowledge = knowledge::load(&folders)?;
            let judging = &knowledge.catalogues().judging;
            out::print_line(&format!(
                "{} rules, {} clauses, {} categories: no fault",
                judging.rules.len(),
                judging.clauses.len(),
                judging.categories.len()
            ))?;
        }
        RulesCommand::Test { folder, mutate } => return test(common, folder.as_deref(), *mutate),
    }
    Ok(Exit::Done)
}

/// The user's folders, then the one named.
fn folders(common: &Common, folder: Option<&Path>) -> Vec<PathBuf> {
    let mut folders = common.ruleset.clone();
    folders.extend(folder.map(Path::to_owned));
    folders
}

/// `privlens rule ID`.
pub(crate) fn one(id: &str, common: &Common) -> Result<Exit, CliError> {
    let knowledge = knowledge::load(&common.ruleset)?;
    out::print(&show(&knowledge, id, language::language(common.lang))?)?;
    Ok(Exit::Done)
}

fn pick(lang: Lang, pair: &Pair) -> &str {
    match lang {
        Lang::Zh => &pair.zh,
        Lang::En => &pair.en,
    }
}

fn list(knowledge: &Knowledge, lang: Lang) -> String {
    let mut text = String::new();
    for rule in &knowledge.catalogues().judging.rules {
        // Writing to a string cannot fail.
        let _ = writeln!(
            text,
            "{:<8} {:<9} {:<9} {:<14} {}",
            rule.id,
            rule.severity.as_str(),
            match rule.tier {
                ruleset::schema::Tier::Core => "core",
                ruleset::schema::Tier::Extended => "extended",
            },
            rule.jurisdictions.join(","),
            pick(lang, &rule.title)
        );
    }
    text
}

fn show(knowledge: &Knowledge, id: &str, lang: Lang) -> Result<String, CliError> {
    let judging = &knowledge.catalogues().judging;
    let wanted = id.to_uppercase();
    let rule: &Rule = judging
        .rules
        .iter()
        .find(|rule| rule.id == wanted)
        .ok_or_else(|| CliError::Usage(format!("rule {id}: no rule has this id")))?;
    let say = |zh: &'static str, en: &'static str| match lang {
        Lang::Zh => zh,
        Lang::En => en,
    };
    let mut text = format!("{}  {}\n", rule.id, pick(lang, &rule.title));
    let clauses: Vec<String> = rule
        .clauses
        .iter()
        .filter_map(|id| rule_eval::cite(judging, id, knowledge.release_date()))
        .map(|clause| {
            let note = if clause.checked {
                ""
            } else {
                say("（条号待核对）", " (number not yet checked)")
            };
            format!(
                "{} {}{note}",
                pick(lang, &clause.cite),
                pick(lang, &clause.label)
            )
        })
        .collect();
    let inputs: Vec<&str> = rule.needs.iter().map(|input| input.as_str()).collect();
    let better: Vec<&str> = rule
        .better_with
        .iter()
        .map(|input| input.as_str())
        .collect();
    let rows = [
        (
            say("严重程度", "severity"),
            rule.severity.as_str().to_owned(),
        ),
        (say("适用", "jurisdictions"), rule.jurisdictions.join(", ")),
        (
            say("通报名称", "notice name"),
            rule.miit_issue.clone().unwrap_or_default(),
        ),
        (say("依据的事实", "facts"), rule.facts.join(", ")),
        (say("必需输入", "needs"), inputs.join(", ")),
        (say("可加强的输入", "better with"), better.join(", ")),
        (say("说明", "message"), pick(lang, &rule.message).to_owned()),
        (say("局限", "limits"), pick(lang, &rule.limits).to_owned()),
        (
            say("待确认", "to confirm"),
            pick(lang, &rule.confirm).to_owned(),
        ),
        (say("整改", "mend"), pick(lang, &rule.remedy).to_owned()),
    ];
    for (name, value) in rows {
        if !value.is_empty() {
            let _ = writeln!(text, "  {name}: {value}");
        }
    }
    for clause in clauses {
        let _ = writeln!(text, "  {}: {clause}", say("条款", "clause"));
    }
    let cases = serde_json::to_string_pretty(&rule.cases).unwrap_or_default();
    let _ = writeln!(text, "  {}:", say("判定条件", "cases"));
    for line in cases.lines() {
        if !line.trim().ends_with("[],")
            && !line.trim().ends_with("null,")
            && !line.trim().ends_with("[]")
            && !line.trim().ends_with("null")
        {
            let _ = writeln!(text, "    {line}");
        }
    }
    Ok(text)
}

fn facts(knowledge: &Knowledge, lang: Lang) -> String {
    let judging = &knowledge.catalogues().judging;
    let mut text = String::new();
    let mut missing = 0;
    for fact in &judging.facts {
        let stage = fact.stage.as_deref().unwrap_or_else(|| {
            missing += 1;
            "-"
        });
        let used = judging
            .rules
            .iter()
            .filter(|rule| rule.facts.contains(&fact.name))
            .count();
        let _ = writeln!(
            text,
            "{:<16} {:>3}  {stage}\n{:<22}{} [{}]",
            fact.name,
            used,
            "",
            pick(lang, &fact.about),
            fact.subjects.join(", ")
        );
    }
    let used: BTreeSet<&String> = judging.rules.iter().flat_map(|rule| &rule.facts).collect();
    let _ = writeln!(
        text,
        "{} facts, {} used by rules, {missing} without a stage; {} kinds of fact in rule files",
        judging.facts.len(),
        used.len(),
        SUBJECTS.len()
    );
    text
}

fn categories(knowledge: &Knowledge, lang: Lang) -> String {
    let mut text = String::new();
    for category in &knowledge.catalogues().judging.categories {
        let data: Vec<&str> = category
            .necessary
            .iter()
            .map(|row| row.data.as_str())
            .collect();
        let _ = writeln!(
            text,
            "{:>2}  {:<22} {}: {}{}",
            category.number,
            category.id,
            pick(lang, &category.name),
            if data.is_empty() {
                "-".to_owned()
            } else {
                data.join(", ")
            },
            if category.checked { "" } else { " *" }
        );
    }
    let _ = writeln!(
        text,
        "{}",
        match lang {
            Lang::Zh => "* 尚未与官方文本核对",
            Lang::En => "* not compared with the official text",
        }
    );
    text
}

fn test(common: &Common, folder: Option<&Path>, mutate: bool) -> Result<Exit, CliError> {
    let folder = match folder {
        Some(folder) => folder.to_owned(),
        None if Path::new(TREE).is_dir() => PathBuf::from(TREE),
        None => {
            return Err(CliError::Usage(
                "rules test: name a folder of rules (there is no rulesets/ here)".to_owned(),
            ));
        }
    };
    let files = knowledge::read_folder(&folder)?;
    let is_tree = folder.join("release.yaml").is_file();
    let mut folders = common.ruleset.clone();
    if !is_tree {
        folders.push(folder.clone());
    }
    let knowledge = knowledge::load(&folders)?;
    let mut catalogues = knowledge.catalogues().clone();
    if is_tree {
        // The rules of the tree, not those that the program was built with.
        let wanted = |path: &str| {
            ["rules/", "clauses/", "categories/", "texts/", "behaviours/"]
                .iter()
                .any(|start| path.starts_with(start))
        };
        let own: Vec<(String, Vec<u8>)> = files
            .iter()
            .filter(|(path, _)| wanted(path))
            .cloned()
            .collect();
        let source = ruleset::source::read(&own)
            .map_err(|error| CliError::Usage(format!("rules test: {error}")))?;
        catalogues.judging = source.catalogues.judging;
    }
    let (cases, errors) = fixture::read(&files, &catalogues);
    let result = fixture::run(&cases, &catalogues, mutate);
    let mut text = String::new();
    for error in &errors {
        let _ = writeln!(text, "error: {error}");
    }
    for failure in &result.failures {
        let _ = writeln!(text, "failed: {failure}");
    }
    for rule in &result.untested {
        let _ = writeln!(text, "untested: {rule} has no hit or no miss");
    }
    for survivor in &result.survivors {
        let _ = writeln!(text, "not noticed: {survivor}");
    }
    let _ = writeln!(
        text,
        "{} rules, {} cases, {} failed{}",
        result.rules,
        result.cases,
        result.failures.len(),
        if mutate {
            format!(
                ", {} broken conditions, {} not noticed",
                result.mutants,
                result.survivors.len()
            )
        } else {
            String::new()
        }
    );
    out::print(&text)?;
    let bad = !errors.is_empty()
        || !result.failures.is_empty()
        || (is_tree && !result.untested.is_empty())
        || !result.survivors.is_empty();
    Ok(if bad { Exit::Findings } else { Exit::Done })
}
