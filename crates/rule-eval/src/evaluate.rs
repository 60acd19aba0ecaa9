//! One rule over the facts of one app; refuses to pass what was not seen and to report on a missing input.

use std::collections::BTreeMap;

use app_facts::{
    AppFacts, Check, Confidence, EvidenceRef, Finding, Judgement, Severity, Verdict, Words,
};
use rayon::prelude::*;
use ruleset::Knowledge;
use ruleset::schema::{Catalogues, Input, Rule, RuleStatus, SUBJECTS};

use crate::category::Union;
use crate::compile::{Ccase, Compiled, Compiler};
use crate::matching::{fits, is_true, within};
use crate::parties::Group;
use crate::rows::Row;
use crate::view::View;
use crate::words::{Names, pair};
use crate::{EvalOptions, clauses, lists, matrix, merge};

/// Facts kept as evidence of one finding.
const MAX_EVIDENCE: usize = 40;
/// Findings of one rule; an app that has more has the rest counted in the last one.
const MAX_FINDINGS: usize = 400;

/// Rules made ready, for any number of apps.
#[derive(Debug)]
pub struct Judge<'k> {
    catalogues: &'k Catalogues<'static>,
    rules: Vec<(&'k Rule, Compiled)>,
    options: EvalOptions,
}

/// What a rule said before merging.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) check: Check,
    pub(crate) findings: Vec<Draft>,
}

/// A finding before merging and ranking.
#[derive(Debug)]
pub(crate) struct Draft {
    pub(crate) finding: Finding,
    /// What makes it the same in another version of the app.
    pub(crate) key: String,
    /// Behaviour of its rule, or the rule's id.
    pub(crate) behaviour: String,
}

/// Facts that together make one finding.
struct Found<'v> {
    case: usize,
    rows: Vec<&'v Row<'v>>,
    subject: Option<usize>,
    also: Vec<&'v Row<'v>>,
}

impl<'k> Judge<'k> {
    /// Makes the rules ready that the options select.
    pub fn new(knowledge: &'k Knowledge, options: &EvalOptions) -> Self {
        Self::with(knowledge.catalogues(), options)
    }

    /// The same for catalogues at hand.
    pub fn with(catalogues: &'k Catalogues<'static>, options: &EvalOptions) -> Self {
        let mut options = options.clone();
        if options.jurisdictions.is_empty() {
            options.jurisdictions.push("cn".to_owned());
        }
        if options.as_of.is_empty() {
            options.as_of = catalogues.release.date.to_string();
        }
        let compiler = Compiler::new(&catalogues.judging);
        let rules = catalogues
            .judging
            .rules
            .iter()
            .filter(|rule| is_enabled(rule, &options))
            .map(|rule| (rule, compiler.rule(rule)))
            .collect();
        Self {
            catalogues,
            rules,
            options,
        }
    }

    /// Ids of the rules that are applied.
    pub fn rules(&self) -> impl Iterator<Item = &str> {
        self.rules.iter().map(|(rule, _)| rule.id.as_str())
    }

    /// Number of conditions of each rule, for mutants.
    pub(crate) fn sites(&self) -> Vec<(&'k Rule, usize, Vec<String>)> {
        self.rules
            .iter()
            .map(|(rule, compiled)| (*rule, compiled.n_sites(), compiled.sites.clone()))
            .collect()
    }

    /// A judge in which one condition of one rule always answers the same.
    pub(crate) fn mutant(&self, id: &str, site: usize, answer: bool) -> Self {
        Self {
            catalogues: self.catalogues,
            rules: self
                .rules
                .iter()
                .filter(|(rule, _)| rule.id == id)
                .map(|(rule, compiled)| (*rule, compiled.mutant(site, answer)))
                .collect(),
            options: self.options.clone(),
        }
    }

    /// The same rules with other options.
    pub(crate) fn with_options(&self, options: &EvalOptions) -> Self {
        Self {
            catalogues: self.catalogues,
            rules: self.rules.clone(),
            options: options.clone(),
        }
    }

    /// Everything that the rules say of an app.
    pub fn judge(&self, facts: &AppFacts) -> Judgement {
        let union = Union::new(&self.catalogues.judging, &self.options.categories);
        let group = Group::new(&self.catalogues.policy, &self.options);
        let view = View::new(facts, self.catalogues, &self.options, &union, &group);
        let names = Names::new(self.catalogues, facts);
        let outcomes: Vec<Outcome> = self
            .rules
            .par_iter()
            .map(|(rule, compiled)| self.rule(rule, compiled, &view, &names))
            .collect();
        let mut judgement = Judgement::default();
        let mut drafts = Vec::new();
        for outcome in outcomes {
            judgement.checks.push(outcome.check);
            drafts.extend(outcome.findings);
        }
        judgement.findings = merge::merge(drafts, &mut judgement.checks);
        judgement.matrix = matrix::rows(
            &self.catalogues.judging,
            &judgement.checks,
            &self.options.as_of,
            &self.options.jurisdictions,
        );
        let (collected, shared) = lists::make(
            facts,
            self.catalogues,
            &view_parties(&group, facts, self.catalogues),
            &names,
        );
        judgement.collected = collected;
        judgement.shared = shared;
        judgement.notes = notes(&union, self.catalogues);
        judgement
    }

    fn missing(&self, inputs: &[Input], view: &View<'_>) -> Vec<String> {
        inputs
            .iter()
            .filter(|input| match input {
                Input::PolicyText => !view.has_policy,
                Input::AppCategory => self.options.categories.is_empty(),
                Input::PreviousVersion => self.options.previous.is_none(),
                Input::PlayDataSafetyForm => !view.has_form,
                Input::StoreMetadata => self.options.store_name.is_none(),
                Input::FirstPartyDomains => self.options.first_party_domains.is_empty(),
            })
            .map(|input| input.as_str().to_owned())
            .collect()
    }

    fn rule(
        &self,
        rule: &Rule,
        compiled: &Compiled,
        view: &View<'_>,
        names: &Names<'_>,
    ) -> Outcome {
        let mut check = Check {
            rule: rule.id.clone(),
            ..Check::default()
        };
        let missing = self.missing(&rule.needs, view);
        if !missing.is_empty() {
            check.missing_inputs = missing;
            check.why = Some(pair("缺少所需输入", "an input is missing"));
            return Outcome {
                check,
                findings: Vec::new(),
            };
        }
        let weaker = self.missing(&rule.better_with, view);
        let found = search(compiled, view);
        if !found.is_empty()
            && rule.absence
            && let Some((zh, en)) = view.low_coverage
        {
            check.result = Verdict::NotEvaluated;
            check.why = Some(pair(
                &format!("{zh}，不能依据“未发现”作出判断"),
                &format!("{en}, so nothing can be concluded from what was not found"),
            ));
            return Outcome {
                check,
                findings: Vec::new(),
            };
        }
        check.missing_inputs.clone_from(&weaker);
        let mut findings: Vec<Draft> = Vec::new();
        for (key, group) in found {
            if findings.len() >= MAX_FINDINGS {
                break;
            }
            findings.push(self.draft(
                rule,
                compiled,
                &key,
                &group,
                !weaker.is_empty(),
                view,
                names,
            ));
        }
        check.result = findings
            .iter()
            .map(|draft| draft.finding.verdict)
            .min()
            .unwrap_or(Verdict::NotFound);
        if findings.is_empty() {
            open(rule, compiled, view, &mut check);
        }
        Outcome { check, findings }
    }

    #[expect(clippy::too_many_arguments, reason = "all of it goes into one finding")]
    fn draft(
        &self,
        rule: &Rule,
        compiled: &Compiled,
        key: &str,
        found: &Found<'_>,
        weaker: bool,
        view: &View<'_>,
        names: &Names<'_>,
    ) -> Draft {
        let case = rule.cases.get(found.case);
        let ccase = compiled.cases.get(found.case);
        let mut verdict = case.map_or(Verdict::Suspected, |case| case.verdict);
        let mut confidence = case.map_or(Confidence::Low, |case| case.confidence);
        let mut why: Vec<String> = Vec::new();
        let mut cap = |verdict: &mut Verdict, least: Verdict, reason: &str| {
            why.push(reason.to_owned());
            if *verdict < least {
                *verdict = least;
            }
        };
        let all = |doubt: fn(&Row<'_>) -> bool| {
            !found.rows.is_empty() && found.rows.iter().all(|row| doubt(row))
        };
        if all(|row| row.doubt.not_obtainable) {
            cap(&mut verdict, Verdict::Capability, "not_obtainable");
        }
        if all(|row| row.doubt.probable) {
            cap(&mut verdict, Verdict::Suspected, "flow_probable");
            confidence = confidence.min(Confidence::Medium);
        }
        if all(|row| row.doubt.possible_sdk) {
            cap(&mut verdict, Verdict::Suspected, "sdk_possible");
        }
        if all(|row| row.doubt.same_group) {
            cap(&mut verdict, Verdict::Suspected, "same_group");
        }
        if weaker {
            cap(&mut verdict, Verdict::Suspected, "input_missing");
        }
        let reads_documents = rule.needs.contains(&Input::PolicyText);
        if reads_documents && !view.policy_given {
            cap(&mut verdict, Verdict::Suspected, "policy_found_inside");
            confidence = confidence.min(Confidence::Medium);
        }
        if all(|row| row.doubt.indirect) {
            why.push("indirect".to_owned());
            confidence = confidence.min(Confidence::Medium);
        }
        if all(|row| row.doubt.cut) {
            why.push("path_approximated".to_owned());
            confidence = confidence.min(Confidence::Medium);
        }
        if all(|row| row.doubt.unknown_owner) {
            why.push("owner_unknown".to_owned());
            confidence = confidence.min(Confidence::Medium);
        }
        if all(|row| row.doubt.library) {
            why.push("library_code".to_owned());
            confidence = confidence.min(Confidence::Medium);
        }
        if view.low_coverage.is_some() {
            why.push("part_not_seen".to_owned());
        }
        if why.is_empty() {
            why.push(
                match confidence {
                    Confidence::High => "all_steps_shown",
                    Confidence::Medium => "rule_approximates",
                    Confidence::Low => "rule_hints",
                }
                .to_owned(),
            );
        }
        let (data, owner) = about(found);
        let text = case
            .and_then(|case| case.message.as_ref())
            .unwrap_or(&rule.message);
        let mut evidence: Vec<EvidenceRef> = found
            .rows
            .iter()
            .chain(&found.also)
            .map(|row| EvidenceRef {
                kind: row.kind.to_owned(),
                id: row.id.clone(),
            })
            .collect();
        let mut seen = std::collections::BTreeSet::new();
        evidence.retain(|reference| seen.insert(reference.clone()));
        let more = evidence.len().saturating_sub(MAX_EVIDENCE);
        evidence.truncate(MAX_EVIDENCE);
        let mut cited = Vec::new();
        let mut unchecked = Vec::new();
        for id in &rule.clauses {
            let Some(clause) = clauses::cite(&self.catalogues.judging, id, &self.options.as_of)
            else {
                continue;
            };
            if !self.in_force(&clause.id) || self.is_draft(&clause.id) {
                continue;
            }
            if !clause.checked {
                unchecked.push(clause.id.clone());
            }
            cited.push(clause.id);
        }
        let _ = ccase;
        let words = |text: &ruleset::schema::Pair| Words {
            zh: text.zh.clone(),
            en: text.en.clone(),
        };
        Draft {
            finding: Finding {
                rule: rule.id.clone(),
                verdict,
                severity: rule.severity,
                confidence,
                confidence_why: why,
                title: words(&rule.title),
                message: names.fill(text, found.subject, &found.rows),
                limits: words(&rule.limits),
                confirm: words(&rule.confirm),
                remedy: words(&rule.remedy),
                clauses: cited,
                clauses_unchecked: unchecked,
                miit_issue: rule.miit_issue.clone(),
                data,
                owner,
                evidence,
                evidence_more: u32::try_from(more).unwrap_or(u32::MAX),
                ..Finding::default()
            },
            key: key.to_owned(),
            behaviour: rule.behaviour.clone().unwrap_or_else(|| rule.id.clone()),
        }
    }

    /// True when the clause's instrument is a draft and drafts were not asked for.
    fn is_draft(&self, clause: &str) -> bool {
        let instrument = clause.split_once(':').map_or(clause, |(id, _)| id);
        !self.options.drafts
            && self
                .catalogues
                .judging
                .instruments
                .iter()
                .any(|row| row.id == instrument && row.status == "draft")
    }

    /// True when the clause belongs to a jurisdiction asked for.
    fn in_force(&self, clause: &str) -> bool {
        let place = clause.split(['.', ':']).next().unwrap_or(clause);
        self.options
            .jurisdictions
            .iter()
            .any(|wanted| wanted == place)
            || !matches!(place, "cn" | "eu" | "play" | "us")
    }
}

/// What is said when nothing was found.
fn open(rule: &Rule, compiled: &Compiled, view: &View<'_>, check: &mut Check) {
    let mut say = |verdict: Verdict, zh: &str, en: &str| {
        check.result = verdict;
        check.why = Some(pair(zh, en));
    };
    for (open, expr) in rule.manual.iter().zip(&compiled.manual) {
        if is_true(expr, view, None) {
            say(Verdict::Manual, &open.why.zh, &open.why.en);
            return;
        }
    }
    for (open, expr) in rule.undecided.iter().zip(&compiled.undecided) {
        if is_true(expr, view, None) {
            say(Verdict::NotEvaluated, &open.why.zh, &open.why.en);
            return;
        }
    }
    let looks_at = |word: &str| {
        compiled.subjects.iter().any(|subject| {
            SUBJECTS
                .get(*subject)
                .is_some_and(|(name, ..)| *name == word)
        })
    };
    let in_code = [
        "access",
        "flow",
        "sdk",
        "behaviour",
        "permission_request",
        "resource",
        "host",
        "undeclared",
        "undeclared_sdk",
        "excess",
        "denied",
    ]
    .into_iter()
    .any(looks_at);
    // What rests on an absence may stand in the part that was not seen, whatever it looks at.
    if let Some((zh, en)) = view.low_coverage.filter(|_| in_code || rule.absence) {
        say(Verdict::NotEvaluated, zh, en);
    } else if (looks_at("flow") || looks_at("host")) && view.data_flow == "skipped" {
        say(
            Verdict::NotEvaluated,
            "未进行数据流分析，数据去向和主机未知",
            "values were not followed: flows and hosts are not known",
        );
    } else if looks_at("flow") && view.data_flow != "complete" {
        say(
            Verdict::NotEvaluated,
            "数据流分析未完成",
            "the data-flow analysis did not finish",
        );
    } else if rule.facts.iter().any(|fact| fact == "guard") && view.has_code_facts && !view.timed {
        say(
            Verdict::NotEvaluated,
            "未能判断调用时机",
            "the timing of calls could not be worked out",
        );
    }
}

fn is_enabled(rule: &Rule, options: &EvalOptions) -> bool {
    let place = rule
        .jurisdictions
        .iter()
        .any(|place| options.jurisdictions.contains(place));
    let date = rule.since.as_str() <= options.as_of.as_str()
        && rule
            .until
            .as_deref()
            .is_none_or(|until| options.as_of.as_str() <= until);
    let wanted = options.only.is_empty() || options.only.contains(&rule.id);
    place && date && wanted && (rule.status == RuleStatus::Active || options.drafts)
}

/// Groups of facts that meet the rule, by what makes a finding the same.
fn search<'v>(compiled: &Compiled, view: &'v View<'v>) -> BTreeMap<String, Found<'v>> {
    let mut out: BTreeMap<String, Found<'v>> = BTreeMap::new();
    let mut taken: BTreeMap<usize, Vec<bool>> = BTreeMap::new();
    for (number, case) in compiled.cases.iter().enumerate() {
        let Some(each) = &case.each else {
            if out.is_empty()
                && case
                    .when
                    .as_ref()
                    .is_some_and(|when| is_true(when, view, None))
            {
                out.insert(
                    String::new(),
                    Found {
                        case: number,
                        rows: Vec::new(),
                        subject: None,
                        also: also(case, view, None),
                    },
                );
            }
            continue;
        };
        let rows = view.rows(each.subject);
        let taken = taken
            .entry(each.subject)
            .or_insert_with(|| vec![false; rows.len()]);
        let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (index, row) in rows.iter().enumerate() {
            if taken.get(index).copied().unwrap_or(true) || !fits(each, row, None) {
                continue;
            }
            if case
                .when
                .as_ref()
                .is_none_or(|when| is_true(when, view, Some(row)))
            {
                groups.entry(key(case, row)).or_default().push(index);
            }
        }
        for (key, indexes) in groups {
            let members: Vec<&Row<'_>> = indexes
                .iter()
                .filter_map(|index| rows.get(*index))
                .collect();
            let n = match case.distinct {
                None => members.len(),
                Some(field) => {
                    let mut values: Vec<_> = members
                        .iter()
                        .flat_map(|row| row.value(field).words())
                        .collect();
                    values.sort_unstable();
                    values.dedup();
                    values.len()
                }
            };
            if !within(n, case.count.0, case.count.1) {
                continue;
            }
            for index in indexes {
                if let Some(flag) = taken.get_mut(index) {
                    *flag = true;
                }
            }
            let first = members.first().copied();
            let extra = also(case, view, first);
            match out.get_mut(&key) {
                // A stronger case already speaks of it; these facts come along.
                Some(found) if found.subject == Some(each.subject) => found.also.extend(members),
                Some(found) => found.also.extend(members),
                None => {
                    out.insert(
                        key,
                        Found {
                            case: number,
                            rows: members,
                            subject: Some(each.subject),
                            also: extra,
                        },
                    );
                }
            }
        }
    }
    out
}

fn also<'v>(case: &Ccase, view: &'v View<'v>, outer: Option<&Row<'_>>) -> Vec<&'v Row<'v>> {
    case.also
        .iter()
        .flat_map(|matcher| {
            view.rows(matcher.subject)
                .iter()
                .filter(move |row| fits(matcher, row, outer))
        })
        .take(MAX_EVIDENCE)
        .collect()
}

/// What makes two facts belong to one finding.
fn key(case: &Ccase, row: &Row<'_>) -> String {
    let mut out = String::new();
    for field in &case.by {
        out.push_str(&row.value(*field).text());
        out.push('\u{1f}');
    }
    if case.by_default && case.by.is_empty() {
        out.push_str(&row.id);
    }
    out
}

/// Kinds of information and holder of a group of facts.
fn about(found: &Found<'_>) -> (Vec<String>, Option<app_facts::Owner>) {
    let mut data: Vec<String> = Vec::new();
    if let Some(subject) = found.subject
        && let Some((_, _, fields)) = SUBJECTS.get(subject)
        && let Some(position) = fields.iter().position(|info| info.name == "data")
    {
        for row in &found.rows {
            data.extend(row.value(position).words().iter().map(ToString::to_string));
        }
    }
    data.sort();
    data.dedup();
    let first = found.rows.first().and_then(|row| row.owner);
    let same = found.rows.iter().all(|row| row.owner == first);
    let mut owner = first.filter(|_| same).cloned();
    if owner.is_none()
        && let Some(row) = found
            .rows
            .first()
            .filter(|row| row.kind == "sdk" && found.rows.len() == 1)
    {
        owner = Some(app_facts::Owner {
            kind: app_facts::OwnerKind::Sdk,
            sdk: Some(row.id.clone()),
        });
    }
    (data, owner)
}

/// Remarks on the categories given.
fn notes(union: &Union<'_>, catalogues: &Catalogues<'static>) -> Vec<Words> {
    let name = |id: &str| {
        let kind = catalogues.kinds.iter().find(|kind| kind.id.as_str() == id);
        kind.map_or_else(
            || (id.to_owned(), id.to_owned()),
            |kind| (kind.zh.to_string(), kind.en.to_string()),
        )
    };
    let both = |ids: &mut dyn Iterator<Item = &String>| -> (String, String) {
        let (mut zh, mut en) = (Vec::new(), Vec::new());
        for id in ids {
            let (one, other) = name(id);
            if !zh.contains(&one) {
                zh.push(one);
                en.push(other);
            }
        }
        (zh.join("、"), en.join(", "))
    };
    let mut out = Vec::new();
    for category in &union.given {
        let (zh, en) = both(&mut category.necessary.iter().map(|row| &row.data));
        let none = zh.is_empty();
        out.push(pair(
            &format!(
                "类别“{}”的必要个人信息：{}",
                category.name.zh,
                if none { "无" } else { &zh }
            ),
            &format!(
                "necessary information of the category {}: {}",
                category.name.en,
                if none { "none" } else { &en }
            ),
        ));
        if !category.checked {
            out.push(pair(
                &format!("类别“{}”的必要个人信息范围尚未与官方文本核对", category.name.zh),
                &format!(
                    "the necessary information of the category {} was not compared with the official text",
                    category.name.en
                ),
            ));
        }
        if let Some(profile) = &category.profile {
            let (zh, en) = both(&mut profile.data.iter());
            out.push(pair(
                &format!("同类服务画像（公开报告所见，仅供参考）：{zh}"),
                &format!(
                    "seen with services of this kind (a note only, {}): {en}",
                    profile.source
                ),
            ));
        }
    }
    if !union.given.is_empty() {
        out.push(pair(
            "读取清单以外的信息不等于强制收集：是否强制须结合拒绝后的行为由人工确认",
            "reading information outside the list is no proof that it is forced: a person must check what happens on refusal",
        ));
    }
    out
}

/// Which SDKs and hosts belong to the operator's group.
fn view_parties<'f>(
    group: &Group,
    facts: &'f AppFacts,
    catalogues: &Catalogues<'static>,
) -> lists::Parties<'f> {
    lists::Parties {
        own_sdks: facts
            .sdks
            .iter()
            .filter(|sdk| {
                catalogues
                    .sdks
                    .iter()
                    .find(|row| row.id.as_str() == sdk.id)
                    .is_some_and(|row| group.owns_sdk(row))
            })
            .map(|sdk| sdk.id.as_str())
            .collect(),
        own_hosts: facts
            .hosts
            .iter()
            .filter(|host| group.owns_host(&host.host))
            .map(|host| host.host.as_str())
            .collect(),
    }
}

/// Severity in steps, for ranking.
pub(crate) fn steps(severity: Severity) -> i32 {
    match severity {
        Severity::Critical => 10,
        Severity::High => 8,
        Severity::Medium => 6,
        Severity::Low => 4,
        Severity::Info => 2,
    }
}
