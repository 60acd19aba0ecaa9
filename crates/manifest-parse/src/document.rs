//! One XML document as a flat list of nodes, the same for binary, protobuf and text sources; it resolves nothing.

use std::sync::Arc;

use crate::error::{Anomalies, Anomaly, AnomalyKind, ManifestError};
use crate::framework_attrs::ANDROID_NAMESPACE;
use crate::limits::{MAX_ATTRIBUTES, MAX_DEPTH, MAX_NAME, MAX_NODES};
use crate::text::head;
use crate::value::{Value, spell};

/// What the bytes of a document were.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum SourceFormat {
    /// Compiled binary XML (`ResXMLTree`), as in an APK.
    Binary,
    /// A protobuf `aapt.pb.XmlNode`, as in an app bundle.
    Protobuf,
    /// XML text, as in an `.aar`.
    Text,
}

/// The position of an element in [`XmlDocument`]; meaningless in another document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ElementId(pub(crate) usize);

/// An attribute of an element.
#[derive(Debug, Clone, PartialEq)]
pub struct Attribute {
    /// Namespace URI; the framework's when the identifier says so.
    pub namespace: Option<Arc<str>>,
    /// Local name; the framework's when the identifier says so, whatever the string pool holds.
    pub name: Arc<str>,
    /// Resource identifier of the attribute, if any.
    pub resource_id: Option<u32>,
    /// The text as written in the source, when the file keeps it.
    pub raw: Option<Arc<str>>,
    /// The typed value.
    pub value: Value,
    /// Byte offset of the record.
    pub offset: usize,
}

impl Attribute {
    /// The value as text, without resolving references: the raw text of a string, else the typed value spelled out.
    pub fn text(&self) -> String {
        match &self.value {
            Value::String(text) => text.to_string(),
            other => spell(other),
        }
    }
}

/// One node: an element or text.
#[derive(Debug, Clone)]
pub(crate) enum Node {
    Element(ElementNode),
    Text { text: Arc<str>, depth: usize },
}

#[derive(Debug, Clone)]
pub(crate) struct ElementNode {
    namespace: Option<Arc<str>>,
    name: Arc<str>,
    line: u32,
    offset: usize,
    parent: Option<usize>,
    depth: usize,
    attributes: std::ops::Range<usize>,
    /// Index one past the last node inside this element.
    end: usize,
}

/// A namespace declaration, in document order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamespaceDeclaration {
    /// Prefix, possibly empty.
    pub prefix: Arc<str>,
    /// URI.
    pub uri: Arc<str>,
}

/// A decoded document. Nodes stand in document order; children are found without recursion.
#[derive(Debug, Clone)]
pub struct XmlDocument {
    source: SourceFormat,
    nodes: Vec<Node>,
    attributes: Vec<Attribute>,
    namespaces: Vec<NamespaceDeclaration>,
    anomalies: Vec<Anomaly>,
}

impl XmlDocument {
    /// What the bytes were.
    pub fn source(&self) -> SourceFormat {
        self.source
    }

    /// Deviations from the format met while reading.
    pub fn anomalies(&self) -> &[Anomaly] {
        &self.anomalies
    }

    /// Namespace declarations, in document order.
    pub fn namespaces(&self) -> &[NamespaceDeclaration] {
        &self.namespaces
    }

    /// The first element.
    pub fn root(&self) -> Option<Element<'_>> {
        self.elements().next()
    }

    /// Every element in document order, the root first.
    pub fn elements(&self) -> impl Iterator<Item = Element<'_>> {
        (0..self.nodes.len()).filter_map(|index| self.element(ElementId(index)))
    }

    /// The element at a position taken from this document.
    pub fn element(&self, id: ElementId) -> Option<Element<'_>> {
        match self.nodes.get(id.0) {
            Some(Node::Element(node)) => Some(Element {
                document: self,
                node,
                index: id.0,
            }),
            _ => None,
        }
    }

    pub(crate) fn nodes(&self) -> &[Node] {
        &self.nodes
    }
}

/// A view of one element.
#[derive(Debug, Clone, Copy)]
pub struct Element<'d> {
    document: &'d XmlDocument,
    node: &'d ElementNode,
    index: usize,
}

impl<'d> Element<'d> {
    /// Its position.
    pub fn id(&self) -> ElementId {
        ElementId(self.index)
    }

    /// Local name.
    pub fn name(&self) -> &'d str {
        &self.node.name
    }

    /// Namespace URI, if any; manifest elements have none.
    pub fn namespace(&self) -> Option<&'d str> {
        self.node.namespace.as_deref()
    }

    /// Line of the source file, 0 if the document does not say.
    pub fn line(&self) -> u32 {
        self.node.line
    }

    /// Byte offset in the document.
    pub fn offset(&self) -> usize {
        self.node.offset
    }

    /// Index one past its last descendant.
    pub(crate) fn end_index(&self) -> usize {
        self.node.end
    }

    /// Number of elements around it.
    pub fn depth(&self) -> usize {
        self.node.depth
    }

    /// The element around it.
    pub fn parent(&self) -> Option<Element<'d>> {
        self.document.element(ElementId(self.node.parent?))
    }

    /// Its attributes, in file order.
    pub fn attributes(&self) -> &'d [Attribute] {
        self.document
            .attributes
            .get(self.node.attributes.clone())
            .unwrap_or_default()
    }

    /// The first attribute with this framework identifier; that is how Android looks attributes up.
    pub fn framework(&self, id: u32) -> Option<&'d Attribute> {
        self.attributes()
            .iter()
            .find(|attribute| attribute.resource_id == Some(id))
    }

    /// The first attribute with this local name in no namespace.
    pub fn plain(&self, name: &str) -> Option<&'d Attribute> {
        self.attributes()
            .iter()
            .find(|attribute| &*attribute.name == name && attribute.namespace.is_none())
    }

    /// The first attribute with this local name in any namespace but the framework's.
    pub fn app(&self, name: &str) -> Option<&'d Attribute> {
        let foreign =
            |attribute: &&Attribute| attribute.namespace.as_deref() != Some(ANDROID_NAMESPACE);
        self.attributes()
            .iter()
            .filter(foreign)
            .find(|attribute| &*attribute.name == name)
    }

    /// Direct child elements, in order.
    pub fn children(&self) -> Children<'d> {
        Children {
            document: self.document,
            next: self.index.saturating_add(1),
            end: self.node.end,
        }
    }

    /// Every element inside, at any depth, in document order.
    pub fn descendants(&self) -> impl Iterator<Item = Element<'d>> + use<'d> {
        let document = self.document;
        (self.index.saturating_add(1)..self.node.end)
            .filter_map(move |index| document.element(ElementId(index)))
    }

    /// The text directly inside, pieces joined.
    pub fn text(&self) -> String {
        let depth = self.node.depth.saturating_add(1);
        let nodes = self
            .document
            .nodes
            .get(self.index.saturating_add(1)..self.node.end)
            .unwrap_or_default();
        nodes
            .iter()
            .filter_map(|node| match node {
                Node::Text {
                    text,
                    depth: text_depth,
                } if *text_depth == depth => Some(&**text),
                _ => None,
            })
            .collect()
    }
}

/// Iterator over the direct children of an element.
#[derive(Debug, Clone)]
pub struct Children<'d> {
    document: &'d XmlDocument,
    next: usize,
    end: usize,
}

impl<'d> Iterator for Children<'d> {
    type Item = Element<'d>;

    fn next(&mut self) -> Option<Element<'d>> {
        while self.next < self.end {
            let index = self.next;
            if let Some(element) = self.document.element(ElementId(index)) {
                self.next = element.node.end.max(index.saturating_add(1));
                return Some(element);
            }
            self.next = index.saturating_add(1);
        }
        None
    }
}

/// A start tag on its way into a document.
#[derive(Debug)]
pub(crate) struct StartTag {
    pub(crate) namespace: Option<Arc<str>>,
    pub(crate) name: Arc<str>,
    pub(crate) line: u32,
    pub(crate) offset: usize,
}

/// Builds a document from events; shared by the three readers.
#[derive(Debug)]
pub(crate) struct DocumentBuilder {
    source: SourceFormat,
    nodes: Vec<Node>,
    attributes: Vec<Attribute>,
    namespaces: Vec<NamespaceDeclaration>,
    open: Vec<usize>,
    /// Start tags below the depth limit that still wait for their end tags.
    skipped: usize,
    n_roots: usize,
    pub(crate) anomalies: Anomalies,
}

impl DocumentBuilder {
    pub(crate) fn new(source: SourceFormat) -> Self {
        Self {
            source,
            nodes: Vec::new(),
            attributes: Vec::new(),
            namespaces: Vec::new(),
            open: Vec::new(),
            skipped: 0,
            n_roots: 0,
            anomalies: Anomalies::default(),
        }
    }

    /// Opens an element. False when a limit swallowed it; its attributes must then not be added.
    pub(crate) fn start(&mut self, tag: StartTag) -> bool {
        if self.skipped > 0 || self.open.len() >= MAX_DEPTH || self.nodes.len() >= MAX_NODES {
            if self.skipped == 0 && !self.anomalies.has(AnomalyKind::LimitReached) {
                self.anomalies
                    .push(AnomalyKind::LimitReached, tag.offset, || {
                        format!(
                            "elements from depth {MAX_DEPTH} or node {MAX_NODES} on are not read"
                        )
                    });
            }
            self.skipped = self.skipped.saturating_add(1);
            return false;
        }
        if self.open.is_empty() {
            self.n_roots = self.n_roots.saturating_add(1);
            if self.n_roots == 2 {
                self.anomalies.push(AnomalyKind::ExtraRoot, tag.offset, || {
                    format!("second root {:?}", head(&tag.name, 80))
                });
            }
        }
        let index = self.nodes.len();
        self.nodes.push(Node::Element(ElementNode {
            namespace: tag.namespace,
            name: tag.name,
            line: tag.line,
            offset: tag.offset,
            parent: self.open.last().copied(),
            depth: self.open.len(),
            attributes: self.attributes.len()..self.attributes.len(),
            end: index.saturating_add(1),
        }));
        self.open.push(index);
        true
    }

    /// Adds an attribute to the element opened last.
    pub(crate) fn attribute(&mut self, attribute: Attribute) {
        if self.attributes.len() >= MAX_ATTRIBUTES {
            if !self.anomalies.has(AnomalyKind::LimitReached) {
                self.anomalies
                    .push(AnomalyKind::LimitReached, attribute.offset, || {
                        "attributes".to_owned()
                    });
            }
            return;
        }
        self.attributes.push(attribute);
        let end = self.attributes.len();
        if let Some(Node::Element(node)) = self
            .open
            .last()
            .and_then(|index| self.nodes.get_mut(*index))
        {
            node.attributes.end = end;
        }
    }

    /// Closes the innermost element; a name that differs from the start tag is an anomaly.
    pub(crate) fn end(&mut self, name: Option<&str>, offset: usize) {
        if self.skipped > 0 {
            self.skipped = self.skipped.saturating_sub(1);
            return;
        }
        let Some(index) = self.open.pop() else {
            self.anomalies.push(AnomalyKind::UnbalancedEnd, offset, || {
                format!(
                    "no element is open for {:?}",
                    name.map(|name| head(name, 80))
                )
            });
            return;
        };
        let end = self.nodes.len();
        if let Some(Node::Element(node)) = self.nodes.get_mut(index) {
            node.end = end;
            if name.is_some_and(|name| !same_name(name, &node.name)) {
                let started = Arc::clone(&node.name);
                self.anomalies.push(AnomalyKind::UnbalancedEnd, offset, || {
                    format!(
                        "{:?} ended as {:?}",
                        head(&started, 80),
                        name.map(|name| head(name, 80))
                    )
                });
            }
        }
    }

    pub(crate) fn text(&mut self, text: Arc<str>) {
        // Text outside the root belongs to no element.
        if self.skipped == 0 && !self.open.is_empty() && self.nodes.len() < MAX_NODES {
            self.nodes.push(Node::Text {
                text,
                depth: self.open.len(),
            });
        }
    }

    pub(crate) fn namespace(&mut self, prefix: Arc<str>, uri: Arc<str>) {
        if self.namespaces.len() < MAX_NODES {
            self.namespaces.push(NamespaceDeclaration { prefix, uri });
        }
    }

    /// Closes what is open. An error only if there is no element at all.
    pub(crate) fn finish(mut self, offset: usize) -> Result<XmlDocument, ManifestError> {
        if !self.open.is_empty() {
            let n = self.open.len();
            self.anomalies
                .push(AnomalyKind::UnclosedElement, offset, || {
                    format!("{n} elements are not closed")
                });
        }
        while let Some(index) = self.open.pop() {
            let end = self.nodes.len();
            if let Some(Node::Element(node)) = self.nodes.get_mut(index) {
                node.end = end;
            }
        }
        if !self
            .nodes
            .iter()
            .any(|node| matches!(node, Node::Element(_)))
        {
            return Err(ManifestError::NoRoot { offset });
        }
        Ok(XmlDocument {
            source: self.source,
            nodes: self.nodes,
            attributes: self.attributes,
            namespaces: self.namespaces,
            anomalies: self.anomalies.into_vec(),
        })
    }
}

/// Whether two names are the same, as far as names are compared.
fn same_name(left: &str, right: &str) -> bool {
    std::ptr::eq(left, right)
        || (left.len() == right.len() && head(left, MAX_NAME) == head(right, MAX_NAME))
}
