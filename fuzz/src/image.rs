//! The compiled catalogues: header, framework model and small catalogues.

use std::borrow::Cow;

use ruleset::schema::Catalogues;
use ruleset::{FrameworkModel, image};

/// Opens the image and reads every table.
pub fn run(data: &[u8]) {
    let _ = image::verify(data);
    let Ok(parts) = image::parts(data) else {
        return;
    };
    let small: Result<Catalogues<'_>, _> = postcard::from_bytes(parts.catalogues);
    if let Ok(small) = small {
        assert!(!format!("{small:?}").is_empty());
    }
    let Ok(framework) = FrameworkModel::open(Cow::Owned(parts.framework.to_vec())) else {
        return;
    };
    for index in (0..framework.n_types().min(500)).chain([u32::MAX - 1, u32::MAX]) {
        let _ = framework.find_type(framework.descriptor(index).as_bytes());
        let _ = (framework.type_kind(index), framework.superclass(index));
        let _ = framework.type_since(index);
        assert!(framework.interfaces(index).count() <= data.len());
        for member in framework.members(index).take(100) {
            assert!(framework.members_named(index, member.name).count() <= data.len());
        }
    }
    let rows = framework.to_rows();
    assert!(rows.types.len() <= data.len());
    for row in rows.constants.iter().take(200) {
        let _ = framework.constant(&row.class, &row.name);
    }
    for api in rows.seen.iter().take(200) {
        let _ = framework.was_seen(api);
    }
}
