//! Who signed an APK: values read from the v1, v2, v3 and v3.1 signatures. The signatures
//! themselves are not verified; see [`Signing`].

use crate::marks::{Problem, Tampering};

/// An APK signature scheme.
/// <https://source.android.com/docs/security/features/apksigning>
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum SignatureScheme {
    /// JAR signature: PKCS #7 files in `META-INF`.
    V1,
    /// APK Signature Scheme v2.
    V2,
    /// APK Signature Scheme v3.
    V3,
    /// APK Signature Scheme v3.1.
    V31,
    /// Source stamp: who distributed the app, not who signed it.
    SourceStamp,
}

impl SignatureScheme {
    /// `v1`, `v2`, `v3`, `v3.1` or `source_stamp`.
    pub fn id(self) -> &'static str {
        match self {
            Self::V1 => "v1",
            Self::V2 => "v2",
            Self::V3 => "v3",
            Self::V31 => "v3.1",
            Self::SourceStamp => "source_stamp",
        }
    }
}

/// Everything read about an APK's signatures.
///
/// Signature mathematics (RSA, DSA, EC) is out of scope: a signer here is the certificate that a
/// signature *names*. The content digests that v2 and later sign can be compared with the archive
/// by [`Part::verify_content_digest`](crate::Part::verify_content_digest).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Signing {
    /// Signers by scheme, in file order.
    pub signers: Vec<Signer>,
    /// Pairs of the APK Signing Block, in file order.
    pub blocks: Vec<SigningBlockPair>,
    /// Deviations in the signatures.
    pub tampering: Vec<Tampering>,
    /// Parts of the signatures that could not be read.
    pub problems: Vec<Problem>,
}

/// One signer of one scheme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signer {
    /// Which scheme names this signer.
    pub scheme: SignatureScheme,
    /// The signature file (v1) or `None` (signing block).
    pub file: Option<String>,
    /// The signing certificate.
    pub certificate: Certificate,
    /// Lowest Android API level the signer applies to (v3, v3.1).
    pub min_sdk: Option<u32>,
    /// Highest Android API level the signer applies to (v3, v3.1).
    pub max_sdk: Option<u32>,
    /// Earlier and present certificates of the proof-of-rotation record (v3, v3.1), oldest first.
    pub lineage: Vec<Certificate>,
}

/// What a certificate says, and its fingerprints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// Subject as RFC 4514 text.
    pub subject: String,
    /// Issuer as RFC 4514 text.
    pub issuer: String,
    /// Serial number in lower-case hex, no separators.
    pub serial: String,
    /// Start of validity, `YYYY-MM-DDThh:mm:ssZ`.
    pub not_before: String,
    /// End of validity, `YYYY-MM-DDThh:mm:ssZ`.
    pub not_after: String,
    /// SHA-256 of the certificate DER, lower-case hex.
    pub sha256: String,
    /// SHA-1 of the certificate DER, lower-case hex.
    pub sha1: String,
    /// MD5 of the certificate DER, lower-case hex.
    pub md5: String,
    /// The subject's public key.
    pub public_key: PublicKey,
}

/// A public key's kind and identity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicKey {
    /// `RSA`, `EC`, `DSA`, or the algorithm's object identifier.
    pub algorithm: String,
    /// Key size in bits, 0 if unknown.
    pub bits: u32,
    /// SHA-256 of the DER `SubjectPublicKeyInfo`, lower-case hex.
    pub sha256: String,
}

/// One pair of the APK Signing Block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SigningBlockPair {
    /// The pair's ID.
    pub id: u32,
    /// What the ID is known as, if it is known.
    pub label: Option<&'static str>,
    /// Offset of the value in the archive.
    pub offset: u64,
    /// Length of the value in bytes.
    pub len: u64,
}

/// Result of comparing one signed content digest with the archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContentDigest {
    /// The scheme that states the digest.
    pub scheme: SignatureScheme,
    /// Signature algorithm ID the digest belongs to.
    pub algorithm: u32,
    /// Outcome.
    pub outcome: DigestOutcome,
}

/// Outcome of a digest comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum DigestOutcome {
    /// The archive has the stated digest.
    Match,
    /// The archive does not have the stated digest.
    Mismatch,
    /// The digest algorithm is not one this crate computes.
    Unsupported,
}
