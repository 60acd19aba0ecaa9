//! AndroidManifest.xml, resources.arsc and compiled XML to typed values.
//!
//! - [`parse_xml`] decodes compiled, protobuf or text XML into one [`XmlDocument`].
//! - [`parse_resources`] opens a resource table; values are looked up one by one, with Android's best match.
//! - [`parse_manifest`] types a manifest; [`scan_layout`] and [`read_network_security`] type other files.
//! - [`to_xml`] writes a document as readable XML.
//!
//! Damaged input is read as far as the platform would read it. Each deviation becomes an [`Anomaly`] beside the value;
//! an error means that nothing could be read. No function here panics, recurses by the input's nesting, or takes memory
//! by a number that the input only states.

mod binary_xml;
mod chunk;
mod config;
mod document;
mod error;
mod framework_attrs;
mod layout;
pub mod limits;
mod locale;
mod manifest;
mod network_security;
mod parse;
mod protobuf_xml;
mod resources;
mod string_pool;
mod text;
mod text_xml;
mod value;
mod write_xml;

pub use config::ResConfig;
pub use document::{
    Attribute, Children, Element, ElementId, NamespaceDeclaration, SourceFormat, XmlDocument,
};
pub use error::{Anomaly, AnomalyKind, ManifestError};
pub use framework_attrs::{ANDROID_NAMESPACE, attribute_id, attribute_name};
pub use layout::*;
pub use locale::Locale;
pub use manifest::*;
pub use network_security::{
    DomainPolicy, NetworkPolicy, NetworkSecurityConfig, read_network_security,
};
pub use parse::parse_xml;
pub use resources::*;
pub use value::Value;
pub use write_xml::to_xml;

#[cfg(test)]
mod tests;
