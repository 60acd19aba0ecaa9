//! From options to findings: which rules, which categories, whose domains. Refuses unknown categories and forms that
//! cannot be read.

use std::path::{Path, PathBuf};

use app_facts::{AppFacts, Finding, Verdict};
use clap::Args;
use rule_eval::{EvalOptions, Judge, Previous};
use ruleset::Knowledge;
use sha2::{Digest as _, Sha256};

use crate::args::Severity;
use crate::exit::CliError;
use crate::input;

/// Jurisdictions that rules may name.
const JURISDICTIONS: [&str; 4] = ["cn", "eu", "play", "us"];

/// Options about rules.
#[derive(Debug, Clone, Default, Args)]
pub(crate) struct JudgeArgs {
    /// Rules of this jurisdiction (cn, eu, play, us); may be repeated [default: cn]
    #[arg(long, value_name = "ID")]
    pub(crate) jurisdiction: Vec<String>,
    /// Company of the operator's group; may be repeated
    #[arg(long, value_name = "NAME")]
    pub(crate) affiliate: Vec<String>,
    /// Domain of the operator; names below it count; may be repeated
    #[arg(long, value_name = "DOMAIN")]
    pub(crate) first_party_domain: Vec<String>,
    /// Declaration form: a Play Data safety export (CSV) or a declaration.yaml; may be repeated
    #[arg(long, value_name = "FILE")]
    pub(crate) declaration: Vec<PathBuf>,
    /// Name under which the store offers the app
    #[arg(long, value_name = "NAME")]
    pub(crate) store_name: Option<String>,
    /// JSON report of the version before
    #[arg(long, value_name = "FILE")]
    pub(crate) previous: Option<PathBuf>,
    /// Apply rules that rest on draft instruments too
    #[arg(long)]
    pub(crate) drafts: bool,
}

/// A declaration form as read from disk.
struct Form {
    name: String,
    text: String,
    sha256: String,
}

/// Rules made ready for all apps of a run.
pub(crate) struct Judging<'k> {
    knowledge: &'k Knowledge,
    judge: Judge<'k>,
    forms: Vec<Form>,
}

/// Options of the evaluation, from what was typed.
pub(crate) fn options(
    knowledge: &Knowledge,
    args: &JudgeArgs,
    operators: &[String],
    categories: &[String],
    as_of: Option<&str>,
) -> Result<EvalOptions, CliError> {
    let mut jurisdictions = args.jurisdiction.clone();
    if jurisdictions.is_empty() {
        jurisdictions.push("cn".to_owned());
    }
    jurisdictions.sort();
    jurisdictions.dedup();
    if let Some(bad) = jurisdictions
        .iter()
        .find(|word| !JURISDICTIONS.contains(&word.as_str()))
    {
        return Err(CliError::Usage(format!(
            "--jurisdiction {bad}: one of {}",
            JURISDICTIONS.join(", ")
        )));
    }
    let judging = &knowledge.catalogues().judging;
    let categories = rule_eval::resolve_categories(judging, categories).map_err(|error| {
        CliError::Usage(format!(
            "--category: {error} (see privlens rules categories)"
        ))
    })?;
    Ok(EvalOptions {
        jurisdictions,
        as_of: as_of.unwrap_or_else(|| knowledge.release_date()).to_owned(),
        categories,
        operator: operators.first().cloned(),
        affiliates: operators
            .iter()
            .skip(1)
            .chain(&args.affiliate)
            .cloned()
            .collect(),
        first_party_domains: args.first_party_domain.clone(),
        drafts: args.drafts,
        previous: match &args.previous {
            Some(path) => Some(previous(path)?),
            None => None,
        },
        store_name: args.store_name.clone(),
        only: Vec::new(),
    })
}

impl<'k> Judging<'k> {
    pub(crate) fn new(
        knowledge: &'k Knowledge,
        args: &JudgeArgs,
        options: &EvalOptions,
    ) -> Result<Self, CliError> {
        let mut forms = Vec::new();
        for path in &args.declaration {
            let bytes = input::read_option_file(path)?;
            let form = Form {
                name: input::Input::new(path).file_name(),
                sha256: hex(&Sha256::digest(&bytes)),
                text: String::from_utf8_lossy(&bytes).into_owned(),
            };
            rule_eval::declaration::read(
                &knowledge.catalogues().judging,
                &form.name,
                &form.text,
                &form.sha256,
                0,
            )
            .map_err(|error| {
                CliError::Usage(format!("--declaration {}: {error}", path.display()))
            })?;
            forms.push(form);
        }
        Ok(Self {
            knowledge,
            judge: Judge::new(knowledge, options),
            forms,
        })
    }

    /// Adds the forms and what the rules say.
    pub(crate) fn apply(&self, facts: &mut AppFacts) {
        for form in &self.forms {
            let doc = u32::try_from(facts.disclosure.documents.len()).unwrap_or(u32::MAX);
            let read = rule_eval::declaration::read(
                &self.knowledge.catalogues().judging,
                &form.name,
                &form.text,
                &form.sha256,
                doc,
            );
            if let Ok((document, statements)) = read {
                facts.disclosure.documents.push(document);
                facts.disclosure.statements.extend(statements);
            }
        }
        facts.judgement = self.judge.judge(facts);
    }
}

/// True when a finding is at or above the severity asked for; what an app merely could do does not count.
pub(crate) fn fails(findings: &[Finding], at: Severity) -> bool {
    let least = match at {
        Severity::Info => app_facts::Severity::Info,
        Severity::Low => app_facts::Severity::Low,
        Severity::Medium => app_facts::Severity::Medium,
        Severity::High => app_facts::Severity::High,
        Severity::Critical => app_facts::Severity::Critical,
    };
    findings
        .iter()
        .any(|finding| finding.verdict <= Verdict::Suspected && finding.severity >= least)
}

/// Kinds, SDKs and permissions of an earlier report.
fn previous(path: &Path) -> Result<Previous, CliError> {
    let fail = |what: &str| CliError::Usage(format!("--previous {}: {what}", path.display()));
    let bytes = input::read_option_file(path)?;
    let report: serde_json::Value =
        serde_json::from_slice(&bytes).map_err(|error| fail(&error.to_string()))?;
    let list = |name: &str, key: &str| -> Vec<String> {
        let rows = report.get(name).and_then(serde_json::Value::as_array);
        let mut out: Vec<String> = rows
            .into_iter()
            .flatten()
            .filter_map(|row| row.get(key)?.as_str().map(str::to_owned))
            .collect();
        out.sort();
        out.dedup();
        out
    };
    if report.get("schema").is_none() {
        return Err(fail("not a JSON report"));
    }
    Ok(Previous {
        data: list("accesses", "data"),
        sdks: list("sdks", "id"),
        permissions: list("permissions", "name"),
    })
}

/// Digest of rules, clauses and texts.
pub(crate) fn rules_sha256(knowledge: &Knowledge) -> String {
    let judging = &knowledge.catalogues().judging;
    // Catalogues are plain data, which always can be written.
    let bytes = serde_json::to_vec(judging).unwrap_or_default();
    hex(&Sha256::digest(&bytes))
}

fn hex(bytes: &[u8]) -> String {
    let digit = |n: u8| char::from_digit(u32::from(n), 16).unwrap_or('0');
    bytes
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(byte & 0xf)])
        .collect()
}
