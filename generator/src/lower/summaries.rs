//! First sentences of descriptions, each found once: parameters of many operations are described in the same words.

use hashbrown::HashMap;

use crate::doc_text::summary_sentence;

/// The first sentences of the descriptions that were asked for so far.
#[derive(Default)]
pub(super) struct Summaries(HashMap<String, String>);

impl Summaries {
    /// The first sentence of `description`.
    pub fn of(&mut self, description: &str) -> String {
        if let Some(summary) = self.0.get(description) {
            return summary.clone();
        }
        let summary = summary_sentence(description);
        self.0.insert(description.to_owned(), summary.clone());
        summary
    }
}
