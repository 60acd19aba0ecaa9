//! A user's folder laid over the base: adding, overriding, taking away.

use ruleset::{Knowledge, overlay, source};

use crate::{Files, base};

fn files(list: &[(&str, &str)]) -> Files {
    list.iter()
        .map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()))
        .collect()
}

fn laid(top: &[(&str, &str)]) -> Result<Knowledge, ruleset::RulesetError> {
    let mut below = source::read(&base())?;
    overlay::apply(&mut below, source::read(&files(top))?);
    Knowledge::from_source(&below)
}

const NEW: &str = "format: privlens/access-points/1
groups:
- {id: own.读𠮷, data: [device.id], title: {zh: 自有, en: own}, points: [{setting: 键𠮷}]}
";

#[test]
fn a_new_id_is_added() {
    let all = laid(&[("apis/own.yaml", NEW)]).unwrap();
    let ids: Vec<&str> = all
        .catalogues()
        .groups
        .iter()
        .map(|group| group.id.as_str())
        .collect();
    assert_eq!(ids, ["own.读𠮷", "tel.id"]);
    assert_eq!(all.version(), "1");
    assert_ne!(all.sha256(), laid(&[]).unwrap().sha256());
}

#[test]
fn a_known_id_is_replaced_as_a_whole() {
    let all = laid(&[("apis/own.yaml", &NEW.replace("own.读𠮷", "tel.id"))]).unwrap();
    let groups = &all.catalogues().groups;
    assert_eq!(groups.len(), 1);
    assert_eq!(groups[0].title.zh.as_str(), "自有");
    assert!(groups[0].source.is_none());
    assert!(groups[0].points[0].method.is_none());
}

#[test]
fn disabled_ids_are_gone_from_every_catalogue() {
    let top = |ids: &str| format!("format: privlens/disable/1\nids: [{ids}]\n");
    let all = laid(&[("disable.yaml", &top("tel.id, some.sdk, p.a.PHONE"))]).unwrap();
    assert!(all.catalogues().groups.is_empty() && all.catalogues().sdks.is_empty());
    let names: Vec<&str> = all
        .catalogues()
        .permissions
        .iter()
        .map(|row| row.name.as_str())
        .collect();
    assert_eq!(names, ["p.b.NET"]);
    // A kind that a group still names cannot go.
    let error = laid(&[("disable.yaml", &top("device.id"))])
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("tel.id") && error.contains("device.id"),
        "{error}"
    );
    // Taken away together with what names it, it can; what the same folder adds is taken away too.
    assert!(
        laid(&[("disable.yaml", &top("device.id, tel.id"))])
            .unwrap()
            .kinds()
            .next()
            .is_none()
    );
    let both = laid(&[("apis/own.yaml", NEW), ("disable.yaml", &top("own.读𠮷"))]).unwrap();
    assert_eq!(both.catalogues().groups.len(), 1);
    // Known fault: an id that nothing has is passed over in silence.
    laid(&[("disable.yaml", &top("没有.此项"))]).unwrap();
}

#[test]
fn the_framework_and_other_tables_are_laid_over_too() {
    let all = laid(&[
        ("framework/types.tsv", "Lv/厂商;\tc\tLf/Tel;\t-\t30\tx\n"),
        (
            "framework/members.tsv",
            "Lv/厂商;\tm\t读\t()V\t30\tx\nLf/Tel;\tm\tgetId\t(I)Ljava/lang/String;\t9\tx\n",
        ),
        (
            "framework/constants.tsv",
            "Lf/Tel;\tK\tLjava/lang/String;\t新\n",
        ),
        (
            "permissions/api-needs.tsv",
            "Lf/Tel;->getId(I)Ljava/lang/String;\t1-\tp.b.NET\tno\tx\n",
        ),
        (
            "release.yaml",
            "format: privlens/release/1\nversion: '2'\ndate: '2026-02-02'\n",
        ),
    ])
    .unwrap();
    let framework = all.framework();
    let vendor = framework.find_type("Lv/厂商;".as_bytes()).unwrap();
    assert_eq!(
        framework.superclass(vendor),
        framework.find_type(b"Lf/Tel;")
    );
    assert_eq!(framework.members_named(vendor, "读").count(), 1);
    let tel = framework.find_type(b"Lf/Tel;").unwrap();
    let since: Vec<u32> = framework
        .members_named(tel, "getId")
        .map(|member| member.since)
        .collect();
    assert_eq!(since, [9]);
    assert_eq!(framework.constant("Lf/Tel;", "K").unwrap().1, "新");
    assert_eq!(all.catalogues().api_needs.len(), 1);
    assert_eq!(
        all.catalogues().api_needs[0].ranges[0].permissions[0].as_str(),
        "p.b.NET"
    );
    assert_eq!((all.version(), all.release_date()), ("2", "2026-02-02"));
}

#[test]
fn a_folder_is_laid_over_the_embedded_catalogues() {
    let kind = "format: privlens/taxonomy/1\nkinds: [{id: 自有.种类𠮷, group: x, zh: 自有, en: own, sensitive: no}]\n";
    let group = NEW.replace("device.id", "自有.种类𠮷");
    let top = files(&[("taxonomy/own.yaml", kind), ("apis/own.yaml", &group)]);
    let embedded = Knowledge::from_image(knowledge_image::IMAGE).unwrap();
    let all = Knowledge::with_overlay(knowledge_image::IMAGE, &top).unwrap();
    assert_eq!(all.kinds().count(), embedded.kinds().count() + 1);
    assert_eq!(
        all.catalogues().groups.len(),
        embedded.catalogues().groups.len() + 1
    );
    assert_eq!(all.framework().n_types(), embedded.framework().n_types());
    assert_eq!(
        all.framework().n_members(),
        embedded.framework().n_members()
    );
    // A second folder takes away what the first added.
    let gone = files(&[(
        "disable.yaml",
        "format: privlens/disable/1\nids: [自有.种类𠮷, own.读𠮷]\n",
    )]);
    let none = Knowledge::with_overlays(knowledge_image::IMAGE, &[top, gone]).unwrap();
    assert_eq!(none.kinds().count(), embedded.kinds().count());
    assert_eq!(
        Knowledge::with_overlays(knowledge_image::IMAGE, &[])
            .unwrap()
            .sha256(),
        embedded.sha256()
    );
}

#[test]
fn a_fault_in_the_users_folder_names_its_file() {
    let top = files(&[(
        "apis/own.yaml",
        "format: privlens/access-points/1\ngroups: [{id: 一}]\n",
    )]);
    let error = Knowledge::with_overlay(knowledge_image::IMAGE, &top)
        .unwrap_err()
        .to_string();
    assert!(error.starts_with("apis/own.yaml: "), "{error}");
}
