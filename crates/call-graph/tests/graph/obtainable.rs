//! Device levels on which a read can succeed.

use app_facts::LevelSet;
use call_graph::DeclaredPermission;

use crate::lab::{Lab, declared, main_with, only};

const PERMISSIONS: &str = "format: privlens/permissions/1
permissions:
- {name: p.PHONE, levels: [{api: '1-', protection: dangerous}]}
- {name: p.PRIVILEGED, levels: [{api: '1-28', protection: dangerous}, {api: '29-', protection: signature|privileged}]}
- {name: p.APPOP, levels: [{api: '1-', protection: signature|appop}]}
- {name: p.NEW, levels: [{api: '31-', protection: normal}]}
- {name: p.VENDOR}
";

fn levels(group: &str, declared: Vec<DeclaredPermission>, target: u32) -> Vec<u32> {
    let groups = format!("- {{id: at, data: [apps], title: {{zh: 一, en: at}}, {group}}}\n");
    let mut lab =
        Lab::new(&main_with("invoke-virtual {v0, v0} Lf/Pm;->list(I)V")).with_groups(&groups);
    lab.files.push((
        "permissions/permissions.yaml".to_owned(),
        PERMISSIONS.as_bytes().to_vec(),
    ));
    lab.app.permissions = declared;
    lab.app.target_sdk = target;
    let set: LevelSet = only(&lab.run(), "apps").obtainable.unwrap();
    set.iter().collect()
}

fn range(from: u32, to: u32) -> Vec<u32> {
    (from..=to).collect()
}

const POINT: &str = "points: [{method: 'Lf/Pm;->list(I)V'}]";

#[test]
fn without_needs_every_level_is_open() {
    assert_eq!(levels(POINT, vec![], 30), range(1, 36));
}

#[test]
fn a_need_closes_its_levels_unless_declared() {
    let needs = format!("needs: [{{api: '23-30', any_of: [p.PHONE]}}], {POINT}");
    assert_eq!(
        levels(&needs, vec![], 30),
        [range(1, 22), range(31, 36)].concat()
    );
    assert_eq!(
        levels(&needs, vec![declared("p.PHONE", None)], 30),
        range(1, 36)
    );
    assert_eq!(
        levels(&needs, vec![declared("p.OTHER", None)], 30),
        [range(1, 22), range(31, 36)].concat()
    );
    // Declared up to a level only.
    assert_eq!(
        levels(&needs, vec![declared("p.PHONE", Some(25))], 30),
        [range(1, 25), range(31, 36)].concat()
    );
    // Declared twice, the wider one counts.
    assert_eq!(
        levels(
            &needs,
            vec![declared("p.PHONE", Some(25)), declared("p.PHONE", None)],
            30
        ),
        range(1, 36)
    );
}

#[test]
fn any_of_and_all_of_differ() {
    let any = format!("needs: [{{api: '20-', any_of: [p.PHONE, p.VENDOR]}}], {POINT}");
    let all = format!("needs: [{{api: '20-', all_of: [p.PHONE, p.VENDOR]}}], {POINT}");
    let one = || vec![declared("p.VENDOR", None)];
    let both = || vec![declared("p.VENDOR", None), declared("p.PHONE", Some(24))];
    assert_eq!(levels(&any, one(), 30), range(1, 36));
    assert_eq!(levels(&all, one(), 30), range(1, 19));
    assert_eq!(levels(&all, both(), 30), range(1, 24));
}

#[test]
fn a_permission_that_no_app_can_hold_helps_on_no_level() {
    let needs = |name: &str| format!("needs: [{{api: '1-', any_of: [{name}]}}], {POINT}");
    assert_eq!(
        levels(
            &needs("p.PRIVILEGED"),
            vec![declared("p.PRIVILEGED", None)],
            30
        ),
        range(1, 28)
    );
    assert_eq!(
        levels(&needs("p.APPOP"), vec![declared("p.APPOP", None)], 30),
        range(1, 36)
    );
    assert_eq!(
        levels(&needs("p.NEW"), vec![declared("p.NEW", None)], 30),
        range(31, 36)
    );
    assert_eq!(
        levels(&needs("p.VENDOR"), vec![declared("p.VENDOR", None)], 30),
        range(1, 36)
    );
}

#[test]
fn conditions_on_the_target_level() {
    let needs = format!("needs: [{{api: '29-', target: '30-', any_of: [p.PHONE]}}], {POINT}");
    assert_eq!(levels(&needs, vec![], 29), range(1, 36));
    assert_eq!(levels(&needs, vec![], 30), range(1, 28));
    let blocked =
        format!("blocked: [{{api: '29-', target: '29-', why: {{zh: 受限, en: closed}}}}], {POINT}");
    assert_eq!(levels(&blocked, vec![], 28), range(1, 36));
    assert_eq!(levels(&blocked, vec![], 29), range(1, 28));
    // Whatever is declared.
    assert_eq!(
        levels(&blocked, vec![declared("p.PHONE", None)], 29),
        range(1, 28)
    );
}

#[test]
fn a_conditional_need_closes_nothing() {
    let needs = format!("needs: [{{api: '1-', any_of: [p.PHONE], conditional: true}}], {POINT}");
    assert_eq!(levels(&needs, vec![], 30), range(1, 36));
}

#[test]
fn the_member_exists_on_some_levels_only() {
    let since = "points: [{method: 'Lf/Pm;->list(I)V', since: 29}]";
    assert_eq!(levels(since, vec![], 30), range(29, 36));
    let until = "points: [{method: 'Lf/Pm;->list(I)V', since: 5, until: 22}]";
    assert_eq!(levels(until, vec![], 30), range(5, 22));
    let both = format!(
        "needs: [{{api: '10-', any_of: [p.PHONE]}}], {}",
        "points: [{method: 'Lf/Pm;->list(I)V', since: 8}]"
    );
    assert_eq!(levels(&both, vec![], 30), range(8, 9));
}
