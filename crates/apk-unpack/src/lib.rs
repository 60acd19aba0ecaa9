//! App bytes to container entries, signing certificates and tampering marks.
//!
//! [`open`] tells by content what kind of file it was given (APK, split set, App Bundle, DEX file,
//! `.jar` or `.aar`) and lists its parts. The ZIP structure is read as Android's installer reads
//! it: the central directory decides, unknown methods and encryption bits do not stop it, and
//! nothing that another reader would see is hidden: entries that Android ignores are listed with
//! their [`EntryOrigin`], and every deviation is a [`Tampering`] mark. What cannot be looked at is
//! a [`Problem`].
//!
//! Every cost is bounded by [`Limits`]. A [`Container`] is `Sync`: entries can be read from many
//! threads at once.
//!
//! Out of scope: the mathematics of signatures (RSA, DSA, EC). [`Part::signing`] gives the
//! certificates that signatures name, [`Part::verify_content_digest`] compares the digests they
//! state.
#![forbid(unsafe_code)]

mod archive;
mod assemble;
mod certificate;
mod container;
mod content_digest;
mod der;
mod detect;
mod directory;
mod distinguished_name;
mod end_record;
mod error;
mod inflate;
mod limits;
mod marks;
mod names;
mod part;
mod pkcs7;
mod read;
mod scan;
mod signers;
mod signing;
mod signing_block;
mod span;

pub use archive::{Archive, Entry, EntryOrigin, ReadEntry};
pub use container::{Container, ContainerKind, open};
pub use error::UnpackError;
pub use limits::Limits;
pub use marks::{Problem, ProblemKind, Tampering, TamperingKind};
pub use part::{DexEntry, DexLoad, NativeLibs, Part, PartRole};
pub use signing::{
    Certificate, ContentDigest, DigestOutcome, PublicKey, SignatureScheme, Signer, Signing,
    SigningBlockPair,
};
