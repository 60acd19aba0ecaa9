//! Whether the address of an intent fits a filter of a component, as Android compares them. Refuses to judge patterns of
//! paths: those may fit.

use call_graph::IntentFilter;

/// Schemes of addresses that a filter without a scheme takes as well
/// (<https://developer.android.com/guide/components/intents-filters#DataTest>).
const OF_CONTENT: [&str; 2] = ["content", "file"];

/// The category that every start of a page without a named class asks for
/// (<https://developer.android.com/guide/components/intents-filters#CategoryTest>).
const DEFAULT: &str = "android.intent.category.DEFAULT";
/// The category of the page that the launcher starts, which needs no other.
pub(crate) const LAUNCHER: &str = "android.intent.category.LAUNCHER";

/// A page with this filter can be started by what the filter names.
pub(crate) fn takes_starts(filter: &IntentFilter) -> bool {
    filter
        .categories
        .iter()
        .any(|category| category == DEFAULT || category == LAUNCHER)
}

/// The parts of an address that filters name.
struct Address<'t> {
    scheme: &'t str,
    /// Nothing for an address like `tel:10086`.
    authority: Option<&'t str>,
    path: &'t str,
}

impl<'t> Address<'t> {
    fn parse(text: &'t str) -> Option<Self> {
        let (scheme, rest) = text.split_once(':')?;
        let rest = rest.split('#').next().unwrap_or_default();
        let Some(rest) = rest.strip_prefix("//") else {
            return Some(Self {
                scheme,
                authority: None,
                path: "",
            });
        };
        let rest = rest.split('?').next().unwrap_or_default();
        let (authority, path) = match rest.find('/') {
            Some(at) => rest.split_at(at),
            None => (rest, ""),
        };
        Some(Self {
            scheme,
            authority: Some(authority),
            path,
        })
    }

    /// Host and port, without what names a user.
    fn host(&self) -> Option<(&'t str, Option<&'t str>)> {
        let authority = self.authority?;
        let host = authority.rsplit('@').next().unwrap_or(authority);
        Some(match host.rsplit_once(':') {
            Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => {
                (host, Some(port))
            }
            _ => (host, None),
        })
    }
}

/// The filter takes intents with this address.
pub(crate) fn fits_address(filter: &IntentFilter, text: &str) -> bool {
    let Some(address) = Address::parse(text) else {
        return true;
    };
    if filter.schemes.is_empty() {
        return OF_CONTENT.contains(&address.scheme) && !filter.types.is_empty();
    }
    if !filter.schemes.iter().any(|known| known == address.scheme) {
        return false;
    }
    if filter.hosts.is_empty() {
        return true;
    }
    let Some((host, port)) = address.host() else {
        return false;
    };
    let fits_host = |known: &str| match known.strip_prefix('*') {
        Some(end) => host
            .to_ascii_lowercase()
            .ends_with(&end.to_ascii_lowercase()),
        None => known.eq_ignore_ascii_case(host),
    };
    let is_host = filter.hosts.iter().any(|(known, wanted)| {
        fits_host(known) && wanted.as_deref().is_none_or(|wanted| Some(wanted) == port)
    });
    is_host
        && (filter.paths.is_empty()
            || filter
                .paths
                .iter()
                .any(|(how, wanted)| fits_path(how, wanted, address.path)))
}

/// A path is compared as the name of the attribute says.
fn fits_path(how: &str, wanted: &str, path: &str) -> bool {
    match how {
        "path" => path == wanted,
        "pathPrefix" => path.starts_with(wanted),
        "pathSuffix" => path.ends_with(wanted),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filter(schemes: &[&str], hosts: &[&str], paths: &[(&str, &str)]) -> IntentFilter {
        let texts = |list: &[&str]| list.iter().map(|text| (*text).to_owned()).collect();
        IntentFilter {
            schemes: texts(schemes),
            hosts: hosts
                .iter()
                .map(|host| ((*host).to_owned(), None))
                .collect(),
            paths: paths
                .iter()
                .map(|(how, path)| ((*how).to_owned(), (*path).to_owned()))
                .collect(),
            ..IntentFilter::default()
        }
    }

    #[test]
    fn scheme_host_and_path_are_compared_in_this_order() {
        let shop = filter(
            &["shop"],
            &["pay", "*.example.cn"],
            &[("pathPrefix", "/商品𠮷")],
        );
        for (text, wanted) in [
            ("shop://pay/商品𠮷/7?x=1#y", true),
            ("shop://PAY/商品𠮷", true),
            ("shop://a.Example.cn:8080/商品𠮷", true),
            ("shop://user@pay/商品𠮷", true),
            ("shop://pay/商品", false),
            ("shop://help/商品𠮷", false),
            ("shops://pay/商品𠮷", false),
            ("shop:pay", false),
        ] {
            assert_eq!(fits_address(&shop, text), wanted, "{text}");
        }
        assert!(fits_address(&filter(&["tel"], &[], &[]), "tel:10086"));
        assert!(fits_address(
            &filter(&["a"], &["h"], &[("pathPattern", ".*x")]),
            "a://h/y"
        ));
    }

    #[test]
    fn a_filter_without_a_scheme_takes_content_of_its_types_only() {
        let mut plain = IntentFilter::default();
        assert!(!fits_address(&plain, "shop://pay"));
        assert!(!fits_address(&plain, "content://a/b"));
        plain.types.push("image/*".to_owned());
        assert!(fits_address(&plain, "content://a/b"));
        assert!(!fits_address(&plain, "shop://pay"));
    }

    #[test]
    fn a_port_that_the_filter_names_must_be_there() {
        let mut one = filter(&["http"], &[], &[]);
        one.hosts.push(("h".to_owned(), Some("80".to_owned())));
        assert!(fits_address(&one, "http://h:80/x"));
        assert!(!fits_address(&one, "http://h/x"));
        assert!(!fits_address(&one, "http://h:81/x"));
    }
}
