//! Every limit of the crate in one place, so that no count of a hostile file costs memory or time unchecked.

/// Nested elements in one document; real layouts stay below 60.
pub const MAX_DEPTH: usize = 1_000;
/// Elements and text nodes in one document.
pub const MAX_NODES: usize = 400_000;
/// Attributes in one document.
pub const MAX_ATTRIBUTES: usize = 2_000_000;
/// Recorded deviations per document.
pub const MAX_ANOMALIES: usize = 256;
/// Bytes of one deviation's detail text.
pub const MAX_ANOMALY_DETAIL: usize = 200;
/// Bytes of decoded text a document or a table walk may produce, per byte of input, above [`TEXT_FLOOR`].
/// UTF-16 grows to at most 1.5 times its size as UTF-8; the rest allows for honest sharing.
pub const TEXT_FACTOR: usize = 8;
/// Bytes of decoded text that are always allowed.
pub const TEXT_FLOOR: usize = 1 << 20;
/// Chunks in one resource table; large apps have some tens of thousands of type chunks.
pub const MAX_TABLE_CHUNKS: usize = 500_000;
/// Steps of one chain of resource references. Android gives up after 20
/// (`kMaxIterations` of `AssetManager2::ResolveReference`).
pub const MAX_REFERENCE_STEPS: usize = 20;
/// Members read of one complex (bag) entry.
pub const MAX_BAG_ITEMS: usize = 10_000;
/// Components kept of one manifest.
pub const MAX_COMPONENTS: usize = 100_000;
/// Distinct names of elements counted as unknown.
pub const MAX_UNKNOWN_ELEMENTS: usize = 1_000;
/// Type chunks and names that resolving the references of one manifest or layout may look at. The largest real table
/// seen has some hundred chunks per type and a manifest some hundred references.
pub const MAX_LOOKUP_STEPS: usize = 20_000_000;
/// Bytes of text copied into one typed manifest or layout; many attributes may share one long string.
pub const MAX_TYPED_TEXT: usize = 64 << 20;
/// Bytes of attribute values and text in one document written as XML.
pub const MAX_WRITTEN_TEXT: usize = 256 << 20;
/// Depth from which on written XML is not indented, because blanks would outgrow the content.
pub const MAX_INDENTED_DEPTH: usize = 100;
/// Bytes of an element or attribute name that are copied, compared or shown; Java class names end far below.
pub const MAX_NAME: usize = 4_096;
