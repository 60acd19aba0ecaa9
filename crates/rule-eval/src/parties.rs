//! Who is a third party: the operator's group, its domains, its SDKs. Refuses to infer a group from anything but names
//! that the caller gave.

use ruleset::schema::Sdk;

use crate::EvalOptions;

/// Shortest company word that is compared inside a longer name.
const MIN_NAME: usize = 2;

/// The operator's group as given.
#[derive(Debug)]
pub(crate) struct Group {
    names: Vec<String>,
    domains: Vec<String>,
}

impl Group {
    pub(crate) fn new(options: &EvalOptions) -> Self {
        Self {
            names: options
                .operator
                .iter()
                .chain(&options.affiliates)
                .map(|name| core_name(name))
                .filter(|name| name.chars().count() >= MIN_NAME)
                .collect(),
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
            .chain(sdk.vendor_aliases.iter().map(ruleset::Text::as_str))
            .any(|name| self.owns_name(name))
    }

    /// True when a company's name is one of the group.
    pub(crate) fn owns_name(&self, name: &str) -> bool {
        let name = core_name(name);
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

/// A company name without its legal form and place, in lower case.
fn core_name(name: &str) -> String {
    let mut text: String = name.trim().to_lowercase();
    for ending in [
        "股份有限公司",
        "有限责任公司",
        "有限公司",
        "集团",
        "科技",
        "技术",
        "网络",
        "信息",
        "计算机",
        "(中国)",
        "（中国）",
        ", inc.",
        " inc.",
        " inc",
        " llc",
        " ltd.",
        " ltd",
        " limited",
        " gmbh",
        " co.",
        " corporation",
        " corp.",
    ] {
        if let Some(rest) = text.strip_suffix(ending)
            && !rest.trim().is_empty()
        {
            text = rest.trim().to_owned();
        }
    }
    for place in [
        "北京",
        "上海",
        "深圳市",
        "深圳",
        "杭州",
        "广州",
        "浙江",
        "南京",
        "成都",
        "武汉",
    ] {
        if let Some(rest) = text.strip_prefix(place)
            && rest.chars().count() >= MIN_NAME
        {
            text = rest.to_owned();
        }
    }
    text.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_without_legal_form() {
        assert_eq!(core_name("深圳市腾讯计算机有限公司"), core_name("腾讯"));
        assert_eq!(core_name("Example, Inc."), "example");
        assert_ne!(core_name("腾讯音乐"), core_name("腾讯"));
    }

    #[test]
    fn hosts_are_compared_at_labels() {
        assert!(is_below("api.shop.cn", "shop.cn"));
        assert!(is_below("shop.cn", "shop.cn"));
        assert!(!is_below("myshop.cn", "shop.cn"));
    }
}
