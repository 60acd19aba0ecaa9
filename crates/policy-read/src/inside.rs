//! Which entries and texts of an app may be a policy; refuses to open them.

use ruleset::Knowledge;

fn words<'k>(knowledge: &'k Knowledge, id: &str) -> impl Iterator<Item = &'k str> {
    let class = knowledge
        .catalogues()
        .policy
        .classes
        .iter()
        .find(|class| class.id.as_str() == id);
    class
        .into_iter()
        .flat_map(|class| class.words.iter().map(ruleset::Text::as_str))
}

/// True when the name of an entry is one that policies have inside apps.
pub fn file_may_be_policy(knowledge: &Knowledge, name: &str) -> bool {
    let lower = name.to_lowercase();
    let ending = lower.rsplit('.').next().unwrap_or_default();
    words(knowledge, "embedded_endings").any(|known| known == ending)
        && words(knowledge, "embedded_names").any(|word| lower.contains(word))
}

/// True when a long text of the resource table speaks of privacy.
pub fn text_may_be_policy(knowledge: &Knowledge, text: &str) -> bool {
    words(knowledge, "embedded_texts").any(|word| text.contains(word))
}
