//! What a write did.

use super::State;
use super::manifest::MANIFEST;
use super::survey::Survey;

/// What a write did, as sorted paths relative to the folder; the manifest is one of the files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Written {
    /// Files that were not there before.
    pub created: Vec<String>,
    /// Files whose content was replaced.
    pub changed: Vec<String>,
    /// Files that the package makes no more, and folders that an interrupted write left behind.
    pub removed: Vec<String>,
    /// Files that were already right, and were not touched.
    pub unchanged: Vec<String>,
    /// Files that the package makes no more, but that were rewritten by hand: left, and no longer listed.
    pub kept: Vec<String>,
}

impl Written {
    /// Whether every file was already right.
    #[must_use]
    pub fn is_unchanged(&self) -> bool {
        [&self.created, &self.changed, &self.removed, &self.kept]
            .into_iter()
            .all(Vec::is_empty)
    }

    /// What a write does to the surveyed folder.
    pub(super) fn of(survey: &Survey<'_>) -> Self {
        let mut written = Self::default();
        for file in survey
            .files
            .iter()
            .filter(|file| file.generated.is_some() || file.state.is_some())
        {
            written.list(file.state).push(file.path.as_str().to_owned());
        }
        written
            .list(survey.manifest.state)
            .push(MANIFEST.to_owned());
        let leftovers = survey
            .leftovers
            .iter()
            .filter_map(|leftover| leftover.file_name());
        written
            .removed
            .extend(leftovers.map(|name| name.to_string_lossy().into_owned()));
        written.sort();
        written
    }

    fn list(&mut self, state: Option<State>) -> &mut Vec<String> {
        match state {
            None => &mut self.unchanged,
            Some(State::Missing) => &mut self.created,
            Some(State::Stale | State::HandEdited | State::Damaged | State::InTheWay) => {
                &mut self.changed
            }
            Some(State::Orphan | State::Interrupted) => &mut self.removed,
            Some(State::Disowned) => &mut self.kept,
        }
    }

    fn sort(&mut self) {
        for list in [
            &mut self.created,
            &mut self.changed,
            &mut self.removed,
            &mut self.unchanged,
            &mut self.kept,
        ] {
            list.sort_unstable();
        }
    }
}
