//! Who is a third party: the operator's group, its domains, its SDKs. Refuses to infer a group from anything but names
//! that the caller gave.

use ruleset::Text;
use ruleset::schema::{PolicyWords, Sdk};

use crate::EvalOptions;

/// Shortest company word that is compared inside a longer name.
const MIN_NAME: usize = 2;
/// Fields of business that are taken off one name.
const MAX_FIELDS: usize = 4;

/// Words that a company's name may do without: forms of company, fields of business and places.
#[derive(Debug, Default)]
struct Forms {
    endings: Vec<String>,
    fields: Vec<String>,
    places: Vec<String>,
}

impl Forms {
    fn new(lists: &PolicyWords<'_>) -> Self {
        let of = |id: &str| -> Vec<String> {
            let mut words: Vec<String> = lists
                .classes
                .iter()
                .filter(|class| class.id.as_str() == id)
                .flat_map(|class| class.words.iter().map(|word| word.to_lowercase()))
                .collect();
            // The longest form first, so that no part of one is left.
            words.sort_by_key(|word| (std::cmp::Reverse(word.len()), word.clone()));
            words
        };
        Self {
            endings: of("company_suffix"),
            fields: of("company_field"),
            places: of("home_place"),
        }
    }
}

/// The operator's group as given.
#[derive(Debug)]
pub(crate) struct Group {
    forms: Forms,
    names: Vec<String>,
    domains: Vec<String>,
}

impl Group {
    pub(crate) fn new(lists: &PolicyWords<'_>, options: &EvalOptions) -> Self {
        let forms = Forms::new(lists);
        Self {
            names: options
                .operator
                .iter()
                .chain(&options.affiliates)
                .map(|name| core_name(&forms, name))
                .filter(|name| name.chars().count() >= MIN_NAME)
                .collect(),
            forms,
            domains: options
                .first_party_domains
                .iter()
                .map(|domain| {
                    domain
                        .trim()
                        .trim_start_matches("*.")
                        .trim_matches('.')
                        .to_lowercase()
                })
                .filter(|domain| domain.contains('.'))
                .collect(),
        }
    }

    /// True when no domain was given, so that no host can be told to be the operator's.
    pub(crate) fn has_domains(&self) -> bool {
        !self.domains.is_empty()
    }

    /// True when the host is the operator's.
    pub(crate) fn owns_host(&self, host: &str) -> bool {
        let host = host.to_lowercase();
        self.domains.iter().any(|domain| is_below(&host, domain))
    }

    /// True when the vendor of the SDK has a name of the group.
    pub(crate) fn owns_sdk(&self, sdk: &Sdk<'_>) -> bool {
        let names = [sdk.vendor.zh.as_str(), sdk.vendor.en.as_str()];
        names
            .into_iter()
            .chain(sdk.vendor_aliases.iter().map(Text::as_str))
            .any(|name| self.owns_name(name))
    }

    /// True when a company's name is one of the group.
    pub(crate) fn owns_name(&self, name: &str) -> bool {
        let name = core_name(&self.forms, name);
        name.chars().count() >= MIN_NAME && self.names.contains(&name)
    }
}

/// True when `host` is `domain` or lies below it.
pub(crate) fn is_below(host: &str, domain: &str) -> bool {
    host == domain
        || host
            .strip_suffix(domain)
            .is_some_and(|rest| rest.ends_with('.'))
}

/// A company name without its legal form, field and place, in lower case.
fn core_name(forms: &Forms, name: &str) -> String {
    let mut text: String = name.trim().to_lowercase();
    let strip = |text: &mut String, words: &[String]| {
        for ending in words {
            let Some(rest) = text.strip_suffix(ending.as_str()) else {
                continue;
            };
            // "Limited" ends a name only as a word of its own.
            let apart = !ending.is_ascii() || rest.ends_with([' ', ',', '.']);
            let rest = rest.trim_end_matches([' ', ',']);
            if apart && rest.chars().count() >= MIN_NAME {
                *text = rest.to_owned();
                return true;
            }
        }
        false
    };
    strip(&mut text, &forms.endings);
    // A name has a few words of this kind at most.
    for _ in 0..MAX_FIELDS {
        if !strip(&mut text, &forms.fields) {
            break;
        }
    }
    for place in &forms.places {
        if let Some(rest) = text.strip_prefix(place.as_str()) {
            let rest = rest.trim_start_matches(['市', '省']);
            if rest.chars().count() >= MIN_NAME {
                text = rest.to_owned();
                break;
            }
        }
    }
    text.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_without_legal_form() {
        let words = |words: &[&str]| words.iter().map(ToString::to_string).collect();
        let forms = Forms {
            endings: words(&["股份有限公司", "有限公司", "limited", "inc.", "ltd"]),
            fields: words(&["计算机", "科技", "网络"]),
            places: words(&["深圳", "北京"]),
        };
        let core = |name: &str| core_name(&forms, name);
        assert_eq!(core("深圳市腾讯计算机有限公司"), core("腾讯"));
        assert_eq!(core("北京𠮷野网络科技股份有限公司"), "𠮷野");
        assert_eq!(core("Example, Inc."), "example");
        assert_eq!(core("Unlimited"), "unlimited");
        assert_ne!(core("腾讯音乐"), core("腾讯"));
    }

    #[test]
    fn hosts_are_compared_at_labels() {
        assert!(is_below("api.shop.cn", "shop.cn"));
        assert!(is_below("shop.cn", "shop.cn"));
        assert!(!is_below("myshop.cn", "shop.cn"));
    }
}
