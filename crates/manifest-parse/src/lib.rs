//! AndroidManifest.xml, resources.arsc and compiled XML to typed values.
