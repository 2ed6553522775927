use super::section::Section;

/// `[encode]`: how what is sent is written, where OpenAPI leaves that open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EncodeSettings {
    /// `deep-object-arrays`: how the items of arrays are named in style `deepObject`.
    pub deep_object_arrays: DeepObjectArrays,
}

/// How the items of an array of scalars are named in style `deepObject`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DeepObjectArrays {
    /// `"numbered"`: `name[0]=a&name[1]=b`.
    #[default]
    Numbered,
    /// `"bracketed"`: `name[]=a&name[]=b`.
    Bracketed,
    /// `"repeated"`: `name=a&name=b`.
    Repeated,
}

impl EncodeSettings {
    pub(super) fn read(&mut self, section: &Section<'_>) {
        section.only_listed();
        let arrays = section.choice(
            "deep-object-arrays",
            &[
                ("numbered", DeepObjectArrays::Numbered),
                ("bracketed", DeepObjectArrays::Bracketed),
                ("repeated", DeepObjectArrays::Repeated),
            ],
        );
        self.deep_object_arrays = arrays.unwrap_or_default();
    }
}
