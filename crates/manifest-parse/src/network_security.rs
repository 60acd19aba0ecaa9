//! Network security configurations: clear text, trust anchors, pins and domains; it judges nothing.
//!
//! Format: <https://developer.android.com/privacy-and-security/security-config>.

use crate::document::{Element, XmlDocument};
use crate::value::Value;

/// A configuration file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NetworkSecurityConfig {
    /// `base-config`, for every domain without its own.
    pub base: Option<NetworkPolicy>,
    /// `debug-overrides`, for debuggable apps.
    pub debug_overrides: Option<NetworkPolicy>,
    /// `domain-config`, in document order.
    pub domains: Vec<DomainPolicy>,
}

/// The policy of some domains.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DomainPolicy {
    /// Domain names, each with whether its subdomains are meant too.
    pub domains: Vec<(String, bool)>,
    /// What applies to them; what is not said comes from the configuration around it.
    pub policy: NetworkPolicy,
    /// Index of the `domain-config` around this one.
    pub parent: Option<usize>,
}

/// What a configuration says about connections.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NetworkPolicy {
    /// `cleartextTrafficPermitted`.
    pub cleartext_permitted: Option<bool>,
    /// `trust-anchors`: source (`system`, `user` or a resource) and whether it overrides pins. `None` when not said.
    pub trust_anchors: Option<Vec<(String, bool)>>,
    /// `pin-set`: digest algorithm and digest.
    pub pins: Vec<(String, String)>,
    /// Day after which the pins do not count, as written.
    pub pin_expiration: Option<String>,
    /// `certificateTransparency` `enabled`.
    pub certificate_transparency: Option<bool>,
}

/// Reads a configuration. `None` if the root element is another one.
pub fn read_network_security(document: &XmlDocument) -> Option<NetworkSecurityConfig> {
    let root = document
        .root()
        .filter(|root| root.name() == "network-security-config")?;
    let mut config = NetworkSecurityConfig::default();
    let mut positions = Vec::new();
    for element in root.descendants() {
        match element.name() {
            "base-config" => config.base = Some(policy(element)),
            "debug-overrides" => config.debug_overrides = Some(policy(element)),
            "domain-config" => {
                let around = element.parent().map(|parent| parent.id());
                let parent = positions
                    .iter()
                    .rev()
                    .take(64)
                    .position(|id| Some(*id) == around);
                let parent =
                    parent.and_then(|back| positions.len().checked_sub(back)?.checked_sub(1));
                let domains = element.children().filter(|child| child.name() == "domain");
                config.domains.push(DomainPolicy {
                    domains: domains
                        .map(|domain| {
                            (
                                domain.text().trim().to_owned(),
                                flag(domain, "includeSubdomains").unwrap_or(false),
                            )
                        })
                        .collect(),
                    policy: policy(element),
                    parent,
                });
                positions.push(element.id());
            }
            _ => {}
        }
    }
    Some(config)
}

fn flag(element: Element<'_>, name: &str) -> Option<bool> {
    element.plain(name)?.value.as_bool()
}

fn string(element: Element<'_>, name: &str) -> Option<String> {
    element
        .plain(name)
        .filter(|attribute| attribute.value != Value::Null)
        .map(crate::document::Attribute::text)
}

fn policy(element: Element<'_>) -> NetworkPolicy {
    let mut policy = NetworkPolicy {
        cleartext_permitted: flag(element, "cleartextTrafficPermitted"),
        ..NetworkPolicy::default()
    };
    for child in element.children() {
        match child.name() {
            "trust-anchors" => {
                let sources = child
                    .children()
                    .filter(|source| source.name() == "certificates");
                let sources = sources.filter_map(|source| {
                    Some((
                        string(source, "src")?,
                        flag(source, "overridePins").unwrap_or(false),
                    ))
                });
                policy.trust_anchors = Some(sources.collect());
            }
            "pin-set" => {
                policy.pin_expiration = string(child, "expiration");
                let pins = child.children().filter(|pin| pin.name() == "pin");
                policy.pins = pins
                    .map(|pin| {
                        (
                            string(pin, "digest").unwrap_or_default(),
                            pin.text().trim().to_owned(),
                        )
                    })
                    .collect();
            }
            "certificateTransparency" => policy.certificate_transparency = flag(child, "enabled"),
            _ => {}
        }
    }
    policy
}
