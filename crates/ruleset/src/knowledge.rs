//! The catalogues as the analysis uses them: small ones decoded with borrowed texts, the framework read in place.

use std::borrow::Cow;
use std::fmt::Write as _;

use crate::framework::FrameworkModel;
use crate::schema::Catalogues;
use crate::schema::dataflow::DataFlow;
use crate::source::Source;
use crate::{RulesetError, check, image, overlay, source};

/// Catalogues and framework model, ready for use.
#[derive(Debug, Clone)]
pub struct Knowledge {
    catalogues: Catalogues<'static>,
    framework: FrameworkModel,
    sha256: [u8; 32],
}

impl Knowledge {
    /// The catalogues of a compiled image, read in place.
    pub fn from_image(image: &'static [u8]) -> Result<Self, RulesetError> {
        let parts = image::parts(image)?;
        let catalogues =
            postcard::from_bytes(parts.catalogues).map_err(|_| RulesetError::Image {
                what: "catalogues do not decode",
                offset: parts.framework.len(),
            })?;
        Ok(Self {
            catalogues,
            framework: FrameworkModel::open(Cow::Borrowed(parts.framework))?,
            sha256: parts.sha256,
        })
    }

    /// The catalogues of an image with each of the user's folders laid over them in turn.
    ///
    /// A folder is a list of paths (inside the folder, with `/`) and bytes.
    pub fn with_overlays(
        image: &'static [u8],
        folders: &[Vec<(String, Vec<u8>)>],
    ) -> Result<Self, RulesetError> {
        let embedded = Self::from_image(image)?;
        if folders.is_empty() {
            return Ok(embedded);
        }
        let mut base = Source {
            framework: embedded.framework.to_rows(),
            catalogues: embedded.catalogues,
            ..Source::default()
        };
        for files in folders {
            overlay::apply(&mut base, source::read(files)?);
        }
        Self::from_source(&base)
    }

    /// One user's folder laid over the catalogues of an image.
    pub fn with_overlay(
        image: &'static [u8],
        files: &[(String, Vec<u8>)],
    ) -> Result<Self, RulesetError> {
        Self::with_overlays(image, &[files.to_vec()])
    }

    /// Catalogues from source files; they must pass every check.
    pub fn from_source(source: &Source) -> Result<Self, RulesetError> {
        let problems = check::check(source);
        if !problems.is_empty() {
            return Err(RulesetError::Source(problems));
        }
        let bytes = image::compile(&source.catalogues, &source.framework)?;
        let parts = image::parts(&bytes)?;
        Ok(Self {
            catalogues: source.catalogues.clone(),
            framework: FrameworkModel::open(Cow::Owned(parts.framework.to_vec()))?,
            sha256: parts.sha256,
        })
    }

    /// The small catalogues.
    pub fn catalogues(&self) -> &Catalogues<'static> {
        &self.catalogues
    }

    /// What is known about how values pass, leave, enter and are handed over.
    pub fn data_flow(&self) -> &DataFlow<'static> {
        &self.catalogues.data_flow
    }

    /// The framework model.
    pub fn framework(&self) -> &FrameworkModel {
        &self.framework
    }

    /// Kinds of personal information in order of their ids.
    pub fn kinds(&self) -> impl Iterator<Item = &crate::schema::Kind<'static>> {
        self.catalogues.kinds.iter()
    }

    /// Version of the catalogues.
    pub fn version(&self) -> &str {
        &self.catalogues.release.version
    }

    /// Release date of the catalogues, `YYYY-MM-DD`.
    pub fn release_date(&self) -> &str {
        &self.catalogues.release.date
    }

    /// SHA-256 of the compiled catalogues in lowercase hex.
    pub fn sha256(&self) -> String {
        let mut out = String::with_capacity(64);
        for byte in self.sha256 {
            // Writing to a string cannot fail.
            let _ = write!(out, "{byte:02x}");
        }
        out
    }
}
