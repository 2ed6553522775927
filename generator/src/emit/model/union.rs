//! Unions.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};
use syn::Item;

use super::type_docs;
use crate::emit::syntax::{self, content, enum_item, ident, list, macro_block, marker, qualified};
use crate::emit::types::IN_MODELS;
use crate::emit::{docs, runtime_names};
use crate::ir::{ShapeSummary, Tag, Type, Union, Variant};
use crate::signature;

/// The comment above the variants.
const VARIANTS: &str = "`Serialize` and `Deserialize`: what the JSON of each variant looks like.";

/// The comment above the conversions.
const CONVERSIONS: &str = "`From`: the variant that each type becomes.";

pub(super) fn emit(ty: &Type, union: &Union) -> Vec<Item> {
    let mut items = vec![
        declaration(ty, union),
        macro_block(VARIANTS, "model", "union", listed(ty, union)),
    ];
    if !union.conversions.is_empty() {
        let conversions = conversions(ty, union);
        items.push(macro_block(CONVERSIONS, "model", "from", conversions));
    }
    items
}

/// Returns the input of the runtime's macro for `From`: what the union is made from, with the variant that this makes,
/// and how members hold it that tell `null` from absent.
fn conversions(ty: &Type, union: &Union) -> TokenStream {
    let name = ty.name.to_ident();
    let made = union.conversions.iter().map(|conversion| {
        let variant = conversion.variant.to_ident();
        let source = IN_MODELS.used(signature::source(conversion));
        quote!(#source => #variant,)
    });
    let plain = union.patches.plain.then(|| quote!(and patch));
    let boxed = union.patches.boxed.then(|| quote!(and boxed_patch));
    quote!(#name #plain #boxed { #(#made)* })
}

fn declaration(ty: &Type, union: &Union) -> Item {
    let mut attributes = type_docs(ty);
    attributes.push(list("derive", quote!(Clone, Debug, PartialEq)));
    attributes.push(marker("non_exhaustive"));
    let other = syntax::variant(
        docs::outer(
            "",
            "A value that is none of the documented ones; it is kept and sent back unchanged.",
        ),
        union.other.to_ident(),
        content(qualified(&["model", "UnmatchedValue"], [])),
    );
    let variants = union.variants.iter().map(variant).chain([other]);
    enum_item(attributes, ty.name.to_ident(), variants)
}

fn variant(variant: &Variant) -> syn::Variant {
    let ty = IN_MODELS.owned(&variant.ty);
    let spelled = ty.to_token_stream().to_string().replace(' ', "");
    let docs = docs::outer("", &format!("{}.", docs::code(&spelled)));
    syntax::variant(docs, variant.name.to_ident(), content(ty))
}

/// Returns the input of the runtime's macro: the variants, how each is distinguished, and the discriminator to write.
fn listed(ty: &Type, union: &Union) -> TokenStream {
    let (name, other) = (ty.name.to_ident(), union.other.to_ident());
    let variants = union.variants.iter().enumerate().map(entry);
    quote!(#name { #(#variants)* _ => #other, })
}

fn entry((number, variant): (usize, &Variant)) -> TokenStream {
    let place = Literal::usize_unsuffixed(number);
    let (name, kind) = (
        variant.name.to_ident(),
        ident(runtime_names::kind(variant.shape_summary.kind)),
    );
    let marks = marks(&variant.shape_summary);
    let marks = (!marks.is_empty()).then(|| quote!({ #(#marks,)* }));
    let numbers = variant.holds_numbers.then(|| quote!(of numbers));
    let tag = variant.discriminator.iter();
    let tag = tag.map(|(key, value)| quote!(tagged #key = #value));
    quote!(#place => #name: #kind #marks #numbers #(#tag)*,)
}

/// Returns what distinguishes the variant beside its kind, as fields of the runtime's `Candidate`.
fn marks(shape_summary: &ShapeSummary) -> Vec<TokenStream> {
    let texts = |name: &str, texts: &[String]| {
        let name = ident(name);
        (!texts.is_empty()).then(|| quote!(#name: &[#(#texts),*]))
    };
    let tags = |name: &str, tags: &[Tag]| {
        let name = ident(name);
        let pairs = tags
            .iter()
            .map(|Tag { key, values }| quote!((#key, &[#(#values),*])));
        (!tags.is_empty()).then(|| quote!(#name: &[#(#pairs),*]))
    };
    let marks = [
        texts("values", &shape_summary.values),
        shape_summary.open.then(|| quote!(open: true)),
        tags("tags", &shape_summary.tags),
        tags("hints", &shape_summary.hints),
        tags("choices", &shape_summary.choices),
        texts("required", &shape_summary.required),
        texts("known", &shape_summary.known),
        members(&shape_summary.members),
        shape_summary.items.as_deref().map(items),
    ];
    marks.into_iter().flatten().collect()
}

fn members(members: &[(String, ShapeSummary)]) -> Option<TokenStream> {
    let pairs = members.iter().map(|(key, shape_summary)| {
        let candidate = candidate(shape_summary);
        quote!((#key, #candidate))
    });
    (!members.is_empty()).then(|| quote!(members: &[#(#pairs),*]))
}

fn items(shape_summary: &ShapeSummary) -> TokenStream {
    let candidate = candidate(shape_summary);
    quote!(items: Some(&#candidate))
}

fn candidate(shape_summary: &ShapeSummary) -> TokenStream {
    let (kind, marks) = (
        ident(runtime_names::kind(shape_summary.kind)),
        marks(shape_summary),
    );
    let plain = quote!(model::Candidate::new(model::Kind::#kind));
    if marks.is_empty() {
        return plain;
    }
    quote!(model::Candidate { #(#marks,)* ..#plain })
}
