//! The compiled catalogues: one versioned, hashed image. Refuses images of another version.
//!
//! Layout: magic, format version, length of the framework model, length of the catalogues (32-bit little-endian
//! words), SHA-256 of the payload; then the payload: the framework model (tables read in place) and the small
//! catalogues (postcard, whose texts are borrowed in place).

use sha2::{Digest, Sha256};

use crate::RulesetError;
use crate::framework::{encode, rows::FrameworkRows};
use crate::schema::Catalogues;

const MAGIC: &[u8; 8] = b"PRIVLENS";
/// Version of the layout.
pub const IMAGE_VERSION: u32 = 1;
const HEADER_LEN: usize = 8 + 4 * 3 + 32;

/// The parts of an image.
#[derive(Debug, Clone, Copy)]
pub struct Parts<'a> {
    /// SHA-256 of the payload.
    pub sha256: [u8; 32],
    /// The framework model.
    pub framework: &'a [u8],
    /// The small catalogues.
    pub catalogues: &'a [u8],
}

/// Compiles catalogues and framework rows into an image.
pub fn compile(catalogues: &Catalogues<'_>, rows: &FrameworkRows) -> Result<Vec<u8>, RulesetError> {
    let framework = encode(rows)?;
    let small =
        postcard::to_stdvec(catalogues).map_err(|error| RulesetError::Encode(error.to_string()))?;
    let mut payload = framework.clone();
    payload.extend_from_slice(&small);
    let length = |n: usize| {
        u32::try_from(n)
            .map(u32::to_le_bytes)
            .map_err(|_| RulesetError::Encode("image too large".to_owned()))
    };
    let mut image = Vec::with_capacity(HEADER_LEN + payload.len());
    image.extend_from_slice(MAGIC);
    image.extend_from_slice(&IMAGE_VERSION.to_le_bytes());
    image.extend_from_slice(&length(framework.len())?);
    image.extend_from_slice(&length(small.len())?);
    image.extend_from_slice(&Sha256::digest(&payload));
    image.extend_from_slice(&payload);
    Ok(image)
}

/// Splits an image into its parts. The hash is not computed here: [`verify`] does.
pub fn parts(image: &[u8]) -> Result<Parts<'_>, RulesetError> {
    let error = |what, offset| RulesetError::Image { what, offset };
    if image.get(..8) != Some(MAGIC) {
        return Err(error("not a catalogue image", 0));
    }
    let word = |at: usize| -> Option<usize> {
        Some(u32::from_le_bytes(image.get(at..at + 4)?.try_into().ok()?) as usize)
    };
    if word(8) != Some(IMAGE_VERSION as usize) {
        return Err(error("another image version", 8));
    }
    let (Some(n_framework), Some(n_small)) = (word(12), word(16)) else {
        return Err(error("image is cut off", 12));
    };
    let sha256 = image
        .get(20..HEADER_LEN)
        .and_then(|bytes| bytes.try_into().ok());
    let framework = image.get(HEADER_LEN..HEADER_LEN.saturating_add(n_framework));
    let at = HEADER_LEN.saturating_add(n_framework);
    let catalogues = image.get(at..at.saturating_add(n_small));
    match (sha256, framework, catalogues) {
        (Some(sha256), Some(framework), Some(catalogues)) => Ok(Parts {
            sha256,
            framework,
            catalogues,
        }),
        _ => Err(error("image is cut off", image.len())),
    }
}

/// True when the payload has the hash that the header names.
pub fn verify(image: &[u8]) -> Result<bool, RulesetError> {
    let parts = parts(image)?;
    let payload = image.get(HEADER_LEN..).unwrap_or_default();
    Ok(Sha256::digest(payload).as_slice() == parts.sha256)
}
