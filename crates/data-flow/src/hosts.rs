//! Host names in texts and what the tables say of them; refuses to guess a country or an owner.

use memchr::memmem;
use ruleset::schema::Catalogues;
use ruleset::schema::dataflow::HostFile;

/// Longest host name (RFC 1035, section 2.3.4).
const MAX_HOST: usize = 253;

/// Cheap test before a text is decoded.
pub(crate) fn may_be_url(bytes: &[u8]) -> bool {
    // Most texts have no colon there.
    let is_near = bytes.len() > 8 && bytes.get(2..=5).is_some_and(|part| part.contains(&b':'));
    is_near && memmem::find(bytes, b"://").is_some_and(|at| (2..=5).contains(&at))
}

/// Host and scheme of an address; a bare host name has no scheme.
pub(crate) fn host_of(text: &str) -> Option<(String, Option<String>)> {
    let text = text.trim();
    let (scheme, rest) = match text.split_once("://") {
        Some((scheme, rest)) => (Some(scheme), rest),
        None => (None, text),
    };
    if let Some(scheme) = scheme
        && !matches!(
            scheme.to_ascii_lowercase().as_str(),
            "http" | "https" | "ws" | "wss" | "ftp" | "mqtt" | "mqtts" | "tcp" | "ssl" | "udp"
        )
    {
        return None;
    }
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    let host = host
        .split(':')
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    let labels: Vec<&str> = host.split('.').collect();
    let is_label = |label: &&str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label
                .chars()
                .all(|c| c.is_alphanumeric() || c == '-' || c == '_')
    };
    let is_number = |label: &&str| label.bytes().all(|byte| byte.is_ascii_digit());
    let is_address = labels.len() == 4
        && labels
            .iter()
            .all(|label| is_number(label) && label.parse::<u8>().is_ok());
    let is_name = labels.len() >= 2
        && labels.iter().all(is_label)
        && labels
            .last()
            .is_some_and(|last| last.chars().count() >= 2 && last.chars().all(char::is_alphabetic));
    (host.len() <= MAX_HOST && (is_address || is_name))
        .then(|| (host, scheme.map(str::to_ascii_lowercase)))
}

/// The host is the domain or below it.
fn is_below(host: &str, domain: &str) -> bool {
    host.strip_suffix(domain)
        .is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

/// The SDK whose host it is: the longest of the catalogued domains.
pub(crate) fn sdk_of(catalogues: &Catalogues<'_>, host: &str) -> Option<String> {
    let mut best: Option<(usize, &str)> = None;
    for sdk in &catalogues.sdks {
        for domain in &sdk.domains {
            let better = best.is_none_or(|(len, _)| domain.len() > len);
            if better && is_below(host, domain) {
                best = Some((domain.len(), sdk.id.as_str()));
            }
        }
    }
    best.map(|(_, id)| id.to_owned())
}

/// Anybody's content lies there.
pub(crate) fn is_hosting(table: &HostFile<'_>, host: &str) -> bool {
    table
        .hosting
        .iter()
        .flat_map(|company| &company.domains)
        .any(|domain| is_below(host, domain))
}

/// The name stands in many programs and receives nothing, or is no host.
pub(crate) fn is_mention(table: &HostFile<'_>, host: &str) -> bool {
    table.mentions.iter().any(|name| is_below(host, name))
        || table
            .not_hosts
            .iter()
            .any(|ending| host.ends_with(ending.as_str()))
}

/// Country of a host and what it rests on: the region that a hosting company's name holds, else the vendor of the SDK.
pub(crate) fn country_of(
    catalogues: &Catalogues<'_>,
    sdk: Option<&str>,
    host: &str,
) -> (Option<String>, Option<String>) {
    for company in &catalogues.data_flow.hosts.hosting {
        if !company.domains.iter().any(|domain| is_below(host, domain)) {
            continue;
        }
        for region in &company.regions {
            if let Some((label, country)) = region.split_once('=')
                && host.split('.').any(|part| part == label)
            {
                return (
                    Some(country.to_owned()),
                    Some(format!("region in the name of a {} host", company.company)),
                );
            }
        }
    }
    let vendor = sdk.and_then(|id| catalogues.sdks.iter().find(|known| known.id.as_str() == id));
    match vendor.and_then(|sdk| sdk.country.as_ref()) {
        Some(country) => (
            Some(country.to_string()),
            Some("home country of the SDK's vendor".to_owned()),
        ),
        None => (None, None),
    }
}
