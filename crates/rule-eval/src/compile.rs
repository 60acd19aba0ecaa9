//! Rules made ready for evaluation: names become positions, words become patterns. Refuses rules that the checks refuse.

use ruleset::judging::parse_range;
use ruleset::schema::{Case, Expr, FieldTest, Judging, Match, Rule};
use rustc_hash::FxHashMap;

use crate::rows::{field_index, subject_index};

/// A word of a matcher.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Pattern {
    Is(String),
    Begins(String),
    Ends(String),
    Holds(String),
    Any,
    /// The value of that field of the fact gone through.
    Of(usize),
}

/// What a field is asked.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Test {
    Words { yes: Vec<Pattern>, no: Vec<Pattern> },
    Flag(bool),
    Range(i64, i64),
}

/// One condition on one field.
#[derive(Debug, Clone)]
pub(crate) struct Cond {
    pub(crate) field: usize,
    pub(crate) test: Test,
    /// Set in mutants: the answer, whatever the fact says.
    pub(crate) forced: Option<bool>,
    /// Number among the conditions that the rule's author wrote; none for the defaults.
    pub(crate) site: Option<usize>,
}

/// A matcher.
#[derive(Debug, Clone)]
pub(crate) struct Matcher {
    pub(crate) subject: usize,
    pub(crate) conds: Vec<Cond>,
}

/// A condition over all facts.
#[derive(Debug, Clone)]
pub(crate) enum Cexpr {
    All(Vec<Cexpr>),
    Any(Vec<Cexpr>),
    Not(Vec<Cexpr>),
    /// So many facts fit, or so many different values of a field.
    Count(Matcher, (i64, i64), Option<usize>),
}

/// One way to meet a rule.
#[derive(Debug, Clone)]
pub(crate) struct Ccase {
    pub(crate) each: Option<Matcher>,
    pub(crate) when: Option<Cexpr>,
    pub(crate) by: Vec<usize>,
    pub(crate) by_default: bool,
    pub(crate) count: (i64, i64),
    pub(crate) distinct: Option<usize>,
    pub(crate) also: Vec<Matcher>,
}

/// A rule made ready.
#[derive(Debug, Clone)]
pub(crate) struct Compiled {
    pub(crate) cases: Vec<Ccase>,
    pub(crate) undecided: Vec<Cexpr>,
    pub(crate) manual: Vec<Cexpr>,
    /// Name of each condition that the author wrote.
    pub(crate) sites: Vec<String>,
    /// Kinds of fact looked at.
    pub(crate) subjects: Vec<usize>,
}

/// Compiles with the named sets at hand.
pub(crate) struct Compiler<'k> {
    sets: FxHashMap<&'k str, &'k [String]>,
}

impl<'k> Compiler<'k> {
    pub(crate) fn new(judging: &'k Judging<'_>) -> Self {
        Self {
            sets: judging
                .sets
                .iter()
                .map(|set| (set.name.as_str(), set.words.as_slice()))
                .collect(),
        }
    }

    pub(crate) fn rule(&self, rule: &Rule) -> Compiled {
        let mut out = Compiled {
            cases: Vec::new(),
            undecided: Vec::new(),
            manual: Vec::new(),
            sites: Vec::new(),
            subjects: Vec::new(),
        };
        let mut cases = Vec::new();
        for (n, case) in rule.cases.iter().enumerate() {
            cases.push(self.case(case, &format!("case {}", n + 1), &mut out));
        }
        out.cases = cases;
        out.undecided = rule
            .undecided
            .iter()
            .map(|open| self.expr(&open.when, None, "undecided", &mut out))
            .collect();
        out.manual = rule
            .manual
            .iter()
            .map(|open| self.expr(&open.when, None, "manual", &mut out))
            .collect();
        out.subjects.sort_unstable();
        out.subjects.dedup();
        out
    }

    fn case(&self, case: &Case, place: &str, out: &mut Compiled) -> Ccase {
        let each = case
            .each
            .as_ref()
            .map(|each| self.matcher(each, None, place, out));
        let outer = each.as_ref().map(|each| each.subject);
        let field = |name: &String| outer.and_then(|subject| field_index(subject, name));
        let by_default = case.by.is_none();
        let by = match &case.by {
            Some(names) => names.iter().filter_map(field).collect(),
            None => ["data", "owner", "sdk", "id"]
                .iter()
                .map(|name| (*name).to_owned())
                .filter_map(|name| field(&name))
                .collect(),
        };
        let count = case
            .count
            .as_deref()
            .and_then(parse_range)
            .unwrap_or((1, i64::MAX));
        Ccase {
            when: case
                .when
                .as_ref()
                .map(|when| self.expr(when, outer, &format!("{place} if"), out)),
            by,
            by_default,
            count,
            distinct: case.distinct.as_ref().and_then(field),
            also: case
                .also
                .iter()
                .map(|also| {
                    // Evidence that comes along decides nothing, so it is no site.
                    let sites = out.sites.len();
                    let mut matcher = self.matcher(also, outer, place, out);
                    out.sites.truncate(sites);
                    for cond in &mut matcher.conds {
                        cond.site = None;
                    }
                    matcher
                })
                .collect(),
            each,
        }
    }

    fn expr(&self, expr: &Expr, outer: Option<usize>, place: &str, out: &mut Compiled) -> Cexpr {
        match expr {
            Expr::All(list) => Cexpr::All(self.list(list, outer, place, out)),
            Expr::Any(list) => Cexpr::Any(self.list(list, outer, place, out)),
            Expr::Not(list) => Cexpr::Not(self.list(list, outer, place, out)),
            Expr::Some(matcher) => Cexpr::Count(
                self.matcher(matcher, outer, place, out),
                (1, i64::MAX),
                None,
            ),
            Expr::None(matcher) => {
                Cexpr::Count(self.matcher(matcher, outer, place, out), (0, 0), None)
            }
            Expr::Count(counted) => {
                let matcher = self.matcher(&counted.of, outer, place, out);
                let distinct = counted
                    .distinct
                    .as_ref()
                    .and_then(|name| field_index(matcher.subject, name));
                let range = parse_range(&counted.is).unwrap_or((1, i64::MAX));
                Cexpr::Count(matcher, range, distinct)
            }
        }
    }

    fn list(
        &self,
        list: &[Expr],
        outer: Option<usize>,
        place: &str,
        out: &mut Compiled,
    ) -> Vec<Cexpr> {
        list.iter()
            .map(|inner| self.expr(inner, outer, place, out))
            .collect()
    }

    fn matcher(
        &self,
        matcher: &Match,
        outer: Option<usize>,
        place: &str,
        out: &mut Compiled,
    ) -> Matcher {
        let word = matcher.subject();
        let subject = subject_index(word).unwrap_or(usize::MAX);
        out.subjects.push(subject);
        let mut conds = Vec::new();
        let given = matcher.tests();
        for (name, test) in &given {
            let Some(field) = field_index(subject, name) else {
                continue;
            };
            // `*` here only opens what the default would close.
            let opens = matches!(*name, "level" | "scope");
            if opens
                && matches!(test, FieldTest::Words(words) if matches!(words, [word] if word == "*"))
            {
                continue;
            }
            let test = match test {
                FieldTest::Words(words) => self.words(words, outer),
                FieldTest::Flag(flag) => Test::Flag(*flag),
                FieldTest::Number(text) => match parse_range(text) {
                    Some((from, to)) => Test::Range(from, to),
                    None => continue,
                },
            };
            conds.push(Cond {
                field,
                test,
                forced: None,
                site: Some(out.sites.len()),
            });
            out.sites.push(format!("{place}: {word}.{name}"));
        }
        let mut default = |name: &str, word: &str| {
            if given.iter().all(|(given, _)| *given != name)
                && let Some(field) = field_index(subject, name)
            {
                conds.push(Cond {
                    field,
                    test: Test::Words {
                        yes: vec![Pattern::Is(word.to_owned())],
                        no: Vec::new(),
                    },
                    forced: None,
                    site: None,
                });
            }
        };
        if matches!(word, "access" | "behaviour") {
            default("level", "reachable");
        }
        if word == "access" {
            default("scope", "full");
        }
        Matcher { subject, conds }
    }

    fn words(&self, words: &[String], outer: Option<usize>) -> Test {
        let mut yes = Vec::new();
        let mut no = Vec::new();
        for word in words {
            let (list, bare) = match word.strip_prefix('!') {
                Some(bare) => (&mut no, bare),
                None => (&mut yes, word.as_str()),
            };
            if let Some(name) = bare.strip_prefix('@') {
                let set = self.sets.get(name).copied().unwrap_or_default();
                list.extend(set.iter().map(|word| pattern(word, outer)));
            } else {
                list.push(pattern(bare, outer));
            }
        }
        Test::Words { yes, no }
    }
}

fn pattern(word: &str, outer: Option<usize>) -> Pattern {
    if let Some(name) = word.strip_prefix('$') {
        return match outer.and_then(|subject| field_index(subject, name)) {
            Some(field) => Pattern::Of(field),
            None => Pattern::Is(word.to_owned()),
        };
    }
    if word == "*" {
        return Pattern::Any;
    }
    match (word.strip_prefix('*'), word.strip_suffix('*')) {
        (Some(_), Some(_)) => Pattern::Holds(word.trim_matches('*').to_owned()),
        (Some(end), None) => Pattern::Ends(end.to_owned()),
        (None, Some(start)) => Pattern::Begins(start.to_owned()),
        (None, None) => Pattern::Is(word.to_owned()),
    }
}

impl Compiled {
    /// Number of conditions that the author wrote.
    pub(crate) fn n_sites(&self) -> usize {
        self.sites.len()
    }

    /// A copy in which one condition answers the same whatever the fact says.
    pub(crate) fn mutant(&self, site: usize, answer: bool) -> Self {
        let mut out = self.clone();
        let mut force = |matcher: &mut Matcher| {
            for cond in &mut matcher.conds {
                if cond.site == Some(site) {
                    cond.forced = Some(answer);
                }
            }
        };
        for case in &mut out.cases {
            if let Some(each) = &mut case.each {
                force(each);
            }
            if let Some(when) = &mut case.when {
                visit(when, &mut force);
            }
        }
        for expr in out.undecided.iter_mut().chain(&mut out.manual) {
            visit(expr, &mut force);
        }
        out
    }
}

/// Calls `f` for every matcher; the depth is that of a checked rule.
fn visit(expr: &mut Cexpr, f: &mut impl FnMut(&mut Matcher)) {
    match expr {
        Cexpr::All(list) | Cexpr::Any(list) | Cexpr::Not(list) => {
            for inner in list {
                visit(inner, f);
            }
        }
        Cexpr::Count(matcher, ..) => f(matcher),
    }
}
