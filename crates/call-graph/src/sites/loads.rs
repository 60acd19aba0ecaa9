//! Places that load code while the app runs; refuses to guess what is loaded.

use app_facts::{CodeLoad, Level};
use ruleset::schema::Loads;

use super::{MAX_SITES, Meaning, Scene, own_code};
use crate::constants::Evaluator;

pub(super) fn find(scene: &Scene<'_, '_, '_>, evaluator: &mut Evaluator<'_, '_>) -> Vec<CodeLoad> {
    let rules = &scene.shared.index.catalogues.loading.loaders;
    let names: Vec<&str> = rules.iter().map(|rule| rule.method.as_str()).collect();
    let sites: Vec<_> = scene
        .sites
        .iter()
        .filter(|site| {
            matches!(site.meaning, Meaning::Load(_)) && !scene.is_inside(site.def, &names)
        })
        .take(MAX_SITES)
        .collect();
    let places: Vec<_> = sites.iter().map(|site| (site.def, site.offset)).collect();
    let described = scene.describe(&places);
    let mut out = Vec::new();
    for (site, place) in sites.iter().zip(described) {
        let Meaning::Load(row) = site.meaning else {
            continue;
        };
        let Some(rule) = rules.get(row as usize) else {
            continue;
        };
        let mut values: Vec<String> = match rule.path {
            Some(arg) if place.level == Level::Reachable => evaluator
                .argument(site.def, site.offset, arg)
                .texts()
                .map(str::to_owned)
                .collect(),
            _ => Vec::new(),
        };
        values.sort();
        values.dedup();
        let is_own = values.is_empty()
            && rule
                .path
                .is_some_and(|arg| own_code::is_own(scene, site, arg));
        out.push(CodeLoad {
            loads: match rule.loads {
                Loads::Dex if is_own => "own_dex",
                Loads::Dex => "dex",
                Loads::DexMemory => "dex_memory",
                Loads::Library => "library",
                Loads::LibraryPath => "library_path",
                Loads::OtherApp => "other_app",
            }
            .to_owned(),
            api: scene.shared.program.method_name(site.method),
            values,
            site: place.site,
            owner: place.owner,
            level: place.level,
            phase: place.phase,
            chain: place.chain,
        });
    }
    out.sort();
    out.dedup();
    out
}
