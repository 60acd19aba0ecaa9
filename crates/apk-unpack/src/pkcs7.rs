//! The signer certificates of a v1 signature file (PKCS #7 `SignedData`). It verifies nothing.
//!
//! RFC 2315, sections 7 and 9 (<https://www.rfc-editor.org/rfc/rfc2315>).

use byte_reader::{ReadError, Reader};

use crate::der;

/// 1.2.840.113549.1.7.2, `signedData`.
const SIGNED_DATA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02];

/// The DER of each signer's certificate, in the order of the signer infos. A signer whose
/// certificate is not in the file is represented by the first certificate.
pub(crate) fn signer_certificates(data: &[u8], max: usize) -> Result<Vec<&[u8]>, ReadError> {
    let mut outer = der::expect(&mut Reader::new(data), der::SEQUENCE)?.content;
    let content_type = der::expect(&mut outer, der::OBJECT_ID)?;
    if content_type.content.data() != SIGNED_DATA {
        return Err(ReadError::invalid(
            content_type.content.offset(),
            "PKCS #7 content type",
        ));
    }
    let mut explicit = der::expect(&mut outer, der::CONTEXT_0)?.content;
    let mut signed = der::expect(&mut explicit, der::SEQUENCE)?.content;
    der::expect(&mut signed, der::INTEGER)?;
    der::expect(&mut signed, der::SET)?;
    der::expect(&mut signed, der::SEQUENCE)?;
    let mut certificates = Vec::new();
    if let Some(set) = der::optional(&mut signed, der::CONTEXT_0)? {
        let mut set = set.content;
        while !set.is_empty() && certificates.len() < max {
            let tlv = der::next(&mut set)?;
            // Other choices (attribute certificates) have context tags.
            if tlv.tag == der::SEQUENCE {
                certificates.push(tlv.raw);
            }
        }
    }
    der::optional(&mut signed, der::CONTEXT_1)?;
    let mut infos = der::expect(&mut signed, der::SET)?.content;
    let mut signers: Vec<&[u8]> = Vec::new();
    while !infos.is_empty() && signers.len() < max {
        let mut info = der::expect(&mut infos, der::SEQUENCE)?.content;
        der::expect(&mut info, der::INTEGER)?;
        let named = der::next(&mut info)?;
        let found = certificates
            .iter()
            .find(|certificate| is_named(certificate, named).unwrap_or(false))
            .or(certificates.first());
        match found {
            Some(certificate) if !signers.contains(certificate) => signers.push(certificate),
            Some(_) => {}
            None => {
                return Err(ReadError::invalid(
                    named.content.offset(),
                    "PKCS #7 without certificates",
                ));
            }
        }
    }
    if signers.is_empty() {
        signers.extend(certificates.first());
    }
    Ok(signers)
}

/// Whether an `IssuerAndSerialNumber` names this certificate.
fn is_named(certificate: &[u8], named: der::Tlv<'_>) -> Result<bool, ReadError> {
    if named.tag != der::SEQUENCE {
        return Ok(false);
    }
    let mut wanted = named.content;
    let issuer = der::expect(&mut wanted, der::SEQUENCE)?;
    let serial = der::expect(&mut wanted, der::INTEGER)?;
    let mut outer = der::expect(&mut Reader::new(certificate), der::SEQUENCE)?.content;
    let mut body = der::expect(&mut outer, der::SEQUENCE)?.content;
    der::optional(&mut body, der::CONTEXT_0)?;
    let own_serial = der::expect(&mut body, der::INTEGER)?;
    der::expect(&mut body, der::SEQUENCE)?;
    let own_issuer = der::expect(&mut body, der::SEQUENCE)?;
    Ok(own_serial.raw == serial.raw && own_issuer.raw == issuer.raw)
}
