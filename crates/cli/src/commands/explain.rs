//! `privlens explain`: what the catalogues say about one id or API. Says only what they hold.

use report::Lang;
use ruleset::{Explanation, Knowledge, Language};

use crate::args::{Common, ExplainArgs};
use crate::exit::{CliError, Exit};
use crate::{knowledge, language, out};

pub(crate) fn run(args: &ExplainArgs, common: &Common) -> Result<Exit, CliError> {
    let knowledge = knowledge::load(&common.ruleset)?;
    let language = match language::language(common.lang) {
        Lang::Zh => Language::Zh,
        Lang::En => Language::En,
    };
    let id = args.id.trim();
    let mut found = knowledge.explain(id, language);
    if found.is_empty() {
        found = by_java_name(&knowledge, id, language);
    }
    if found.is_empty() {
        return Err(CliError::Usage(format!(
            "explain {id}: no entry of the catalogues has this id{}",
            suggestions(&knowledge, id)
        )));
    }
    let mut text = String::new();
    for explanation in found {
        text.push_str(&heading(explanation.catalogue, language));
        text.push(' ');
        text.push_str(&explanation.id);
        text.push('\n');
        for line in explanation.text.lines() {
            text.push_str("  ");
            text.push_str(line);
            text.push('\n');
        }
    }
    out::print(&text)?;
    Ok(Exit::Done)
}

fn heading(catalogue: &str, language: Language) -> String {
    let zh = match catalogue {
        "phase" => "时机",
        "kind" => "信息种类",
        "access_point" => "读取点",
        "permission" => "权限",
        "sdk" => "SDK",
        "api" => "接口",
        other => other,
    };
    match language {
        Language::Zh => zh.to_owned(),
        Language::En => catalogue.replace('_', " "),
    }
}

/// `android.telephony.TelephonyManager.getDeviceId` for the descriptors of its overloads.
fn by_java_name(knowledge: &Knowledge, name: &str, language: Language) -> Vec<Explanation> {
    let mut found: Vec<Explanation> = Vec::new();
    for descriptor in access_point_methods(knowledge) {
        if report::names::stack_form(descriptor) == name {
            for explanation in knowledge.explain(descriptor, language) {
                if !found.contains(&explanation) {
                    found.push(explanation);
                }
            }
        }
    }
    found
}

fn access_point_methods(knowledge: &Knowledge) -> impl Iterator<Item = &str> {
    knowledge
        .catalogues()
        .groups
        .iter()
        .flat_map(|group| &group.points)
        .flat_map(|point| [&point.method, &point.field, &point.overrides])
        .filter_map(|descriptor| descriptor.as_deref())
}

/// Ids that hold the text, so that a near miss is not a dead end.
fn suggestions(knowledge: &Knowledge, text: &str) -> String {
    const MOST: usize = 6;
    let needle = text.to_lowercase();
    if needle.chars().count() < 3 {
        return String::new();
    }
    let all = knowledge.catalogues();
    let mut ids: Vec<&str> = all
        .kinds
        .iter()
        .filter(|kind| kind.zh.contains(text) || kind.en.to_lowercase().contains(&needle))
        .map(|kind| kind.id.as_str())
        .collect();
    let known = all
        .kinds
        .iter()
        .map(|kind| kind.id.as_str())
        .chain(all.groups.iter().map(|group| group.id.as_str()))
        .chain(all.sdks.iter().map(|sdk| sdk.id.as_str()))
        .chain(
            all.permissions
                .iter()
                .map(|permission| permission.name.as_str()),
        )
        .chain(access_point_methods(knowledge));
    ids.extend(known.filter(|id| id.to_lowercase().contains(&needle)));
    ids.sort_unstable();
    ids.dedup();
    if ids.is_empty() {
        return String::new();
    }
    let more = if ids.len() > MOST { ", …" } else { "" };
    ids.truncate(MOST);
    format!("; near: {}{more}", ids.join(", "))
}
