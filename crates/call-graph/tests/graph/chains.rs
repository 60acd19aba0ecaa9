//! Chains: the shortest one, its frames and edges, and keys that survive renaming.

use crate::assembler::{assemble, dex};
use crate::lab::{Lab, chain, component, main_with, of, only};

const ID: &str = "invoke-virtual {v0} Lf/Tel;->getId()Ljava/lang/String;";

fn class(name: &str, calls: &str) -> String {
    format!(".class L{name};\n.method public static m()V 8\n{calls}\nreturn-void\n.end\n")
}

fn call(name: &str) -> String {
    format!("invoke-static {{}} L{name};->m()V\n")
}

#[test]
fn the_shortest_of_several_chains_is_given() {
    let text = [
        main_with(&format!(
            "{}{}.at third\n{}",
            call("cn/app/A"),
            call("cn/app/E"),
            call("cn/app/D")
        )),
        class("cn/app/A", &call("cn/app/B")),
        class("cn/app/B", &call("cn/app/C")),
        class("cn/app/C", ID),
        class("cn/app/D", &call("cn/app/C")),
        class("cn/app/E", &call("cn/app/A")),
    ]
    .concat();
    let result = Lab::new(&text).run();
    let access = only(&result, "id");
    assert_eq!(
        chain(access),
        [
            "entry Lcn/app/Main;->onCreate()V",
            "direct Lcn/app/D;->m()V",
            "direct Lcn/app/C;->m()V"
        ]
    );
    // Each frame tells where it leaves for the next.
    let third = assemble(&text).marks["third"];
    let offsets: Vec<Option<u32>> = access.chain.iter().map(|frame| frame.offset).collect();
    assert_eq!(offsets, [Some(third), Some(0), Some(0)]);
    assert_eq!(access.chain[2].offset, Some(access.site.offset));
    assert!(access.chain.iter().all(|frame| frame.owner == "app"));
}

#[test]
fn a_chain_through_a_callback_of_a_shared_base_class_is_shortest_too() {
    // `Far` is made at the end of a long chain, `Near` at once; both run the base class's callback.
    let made = |name: &str| {
        format!(
            "new-instance v0 Lcn/app/{name};\ninvoke-virtual {{v7, v0}} Lf/Ctx;->run(Lf/Runnable;)V\n"
        )
    };
    let text = [
        main_with(&format!("{}{}", made("Near"), call("cn/app/A"))),
        class("cn/app/A", &call("cn/app/B")),
        class("cn/app/B", &made("Far")),
        format!(".class Lcn/app/Base; implements Lf/Runnable;\n.method public run()V 2\n{ID}\nreturn-void\n.end\n"),
        ".class Lcn/app/Near; extends Lcn/app/Base;\n.class Lcn/app/Far; extends Lcn/app/Base;\n".to_owned(),
    ]
    .concat();
    let result = Lab::new(&text).run();
    assert_eq!(
        chain(only(&result, "id")),
        [
            "entry Lcn/app/Main;->onCreate()V",
            "async Lcn/app/Base;->run()V"
        ]
    );
    // The same with the classes met in the other order of the search.
    let text = [
        main_with(&call("cn/app/A")),
        class("cn/app/A", &format!("{}{}", call("cn/app/B"), call("cn/app/N"))),
        class("cn/app/B", &call("cn/app/F")),
        class("cn/app/F", &made("Far")),
        class("cn/app/N", &made("Near")),
        format!(".class Lcn/app/Base; implements Lf/Runnable;\n.method public run()V 2\n{ID}\nreturn-void\n.end\n"),
        ".class Lcn/app/Near; extends Lcn/app/Base;\n.class Lcn/app/Far; extends Lcn/app/Base;\n".to_owned(),
    ]
    .concat();
    let near = Lab::new(&text).run();
    let swapped = text.replace(
        &format!("{}{}", call("cn/app/B"), call("cn/app/N")),
        &format!("{}{}", call("cn/app/N"), call("cn/app/B")),
    );
    let far = Lab::new(&swapped).run();
    let mut lengths = [only(&near, "id").chain.len(), only(&far, "id").chain.len()];
    lengths.sort_unstable();
    assert_eq!(lengths, [4, 4]);
}

#[test]
fn entry_points_come_in_start_up_order() {
    let text = format!(
        "{}.class public Lcn/app/应用; extends Lf/App;\n.method public onCreate()V 1\n{}return-void\n.end\n{}",
        main_with(&call("cn/app/C")),
        call("cn/app/C"),
        class("cn/app/C", ID)
    );
    let mut lab = Lab::new(&text);
    lab.app
        .components
        .push(component("application", "Lcn/app/应用;"));
    let result = lab.run();
    assert_eq!(
        only(&result, "id").chain[0].entry.as_deref(),
        Some("application.onCreate")
    );
}

#[test]
fn keys_stay_when_methods_and_classes_are_renamed() {
    let text = [
        main_with(&format!("{ID}\n{}", call("cn/app/Reader"))),
        class("cn/app/Reader", &format!("{ID}\n{ID}")),
    ]
    .concat();
    let renamed = text
        .replace("Lcn/app/Reader;->m", "Lcn/app/a;->读𠮷")
        .replace(
            ".class Lcn/app/Reader;\n.method public static m()V",
            ".class Lcn/app/a;\n.method public static 读𠮷()V",
        );
    assert_ne!(text, renamed);
    let keys = |text: &str| -> Vec<String> {
        Lab::new(text)
            .run()
            .accesses
            .into_iter()
            .map(|access| access.key)
            .collect()
    };
    let before = keys(&text);
    assert_eq!(before, keys(&renamed));
    assert_eq!(before.len(), 3);
    let mut distinct = before.clone();
    distinct.sort();
    distinct.dedup();
    assert_eq!(distinct, before);
    // Another owner is another key.
    let moved = text.replace("cn/app/Reader", "org/other/Reader");
    assert_ne!(before, keys(&moved));
}

#[test]
fn results_are_the_same_on_every_run_and_sorted() {
    let mut text = main_with(
        &(0..40)
            .map(|n| call(&format!("cn/app/C{n}")))
            .collect::<String>(),
    );
    for n in 0..40 {
        text.push_str(&class(&format!("cn/app/C{n}"), ID));
    }
    let lab = Lab::new(&text);
    let (first, second) = (lab.run(), lab.run());
    assert_eq!(first.accesses, second.accesses);
    assert_eq!(of(&first, "id").len(), 40);
    assert!(
        first
            .accesses
            .windows(2)
            .all(|two| two[0].key <= two[1].key)
    );
    assert_eq!(first.methods_reachable, 41);
    assert_eq!(first.call_edges, second.call_edges);
}

#[test]
fn code_of_two_files_joins_into_one_chain() {
    let mut lab = Lab::new(&main_with(&call("cn/app/远方")));
    lab.dex.push(dex(&class("cn/app/远方", ID)));
    let result = lab.run();
    let access = only(&result, "id");
    assert_eq!(access.site.dex, "classes2.dex");
    assert_eq!(access.chain.len(), 2);
}
