//! Structs.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{of_type, setters};
use crate::emit::docs;
use crate::emit::types::IN_MODELS;
use crate::ir::{Field, Presence, Struct, Type, TypeRef};
use crate::names::Identifier;

pub(super) fn emit(ty: &Type, fields: &Struct) -> TokenStream {
    let declaration = declaration(ty, fields);
    let setters = if ty.usage.request {
        setters::emit(ty, fields)
    } else {
        TokenStream::new()
    };
    let name = ty.name.to_ident();
    let (reading, writing) = (reading(ty, fields), writing(ty, fields));
    quote! {
        #declaration
        #setters
        #reading
        model::object!(#name);
        #writing
    }
}

fn declaration(ty: &Type, fields: &Struct) -> TokenStream {
    let docs = of_type(ty);
    let name = ty.name.to_ident();
    let default = fields.has_default.then(|| quote!(, Default));
    let members = fields.fields.iter().map(field);
    let extra = fields.extra.as_ref().map(|(name, ty)| {
        let (name, ty) = (name.to_ident(), IN_MODELS.owned(ty));
        quote! {
            /// Members that the document does not list by name.
            pub #name: std::collections::BTreeMap<String, #ty>,
        }
    });
    quote! {
        #docs
        #[derive(Clone, Debug, PartialEq #default)]
        #[non_exhaustive]
        pub struct #name {
            #(#members)*
            #extra
        }
    }
}

fn field(field: &Field) -> TokenStream {
    let mut lines = docs::text(&field.description, &format!("{}.", docs::code(&field.wire)));
    if field.read_only {
        lines.extend([
            String::new(),
            "Only the API sets this; it is left out of requests.".to_owned(),
        ]);
    }
    let docs = docs::lines(&lines);
    let deprecated = field.deprecated.then(|| quote!(#[deprecated]));
    let (name, ty) = (field.name.to_ident(), field_type(field));
    quote! {
        #docs
        #deprecated
        pub #name: #ty,
    }
}

/// The type of a field, absence included.
pub(super) fn field_type(field: &Field) -> TokenStream {
    let ty = IN_MODELS.owned(&field.ty);
    match field.presence {
        Presence::Required => ty,
        Presence::Optional => quote!(Option<#ty>),
        Presence::Patch => quote!(crate::Patch<#ty>),
    }
}

/// Says that an impl may use what the document marks as deprecated.
pub(super) fn uses_deprecated(fields: &Struct) -> TokenStream {
    let any = fields.fields.iter().any(|field| field.deprecated);
    if any {
        quote!(#[expect(deprecated, reason = "deprecated members still travel")])
    } else {
        TokenStream::new()
    }
}

fn reading(ty: &Type, fields: &Struct) -> TokenStream {
    let name = ty.name.to_ident();
    let title = ty.name.as_str();
    let keys = fields.fields.iter().map(|field| &field.wire);
    let expect = uses_deprecated(fields);
    let keeps_extra = fields.extra.is_some().then(|| {
        quote!(
            const KEEPS_EXTRA: bool = true;
        )
    });
    let body = if fields.has_default {
        reading_in_place(fields)
    } else {
        reading_by_parts(fields)
    };
    quote! {
        #expect
        impl model::Object for #name {
            const NAME: &'static str = #title;
            const KEYS: &'static [&'static str] = &[#(#keys),*];
            #keeps_extra

            fn read<'de, A: model::MapAccess<'de>>(members: &mut model::Members<A>) -> Result<Self, A::Error> {
                #body
            }
        }
    }
}

/// Reads into a value that begins empty.
fn reading_in_place(fields: &Struct) -> TokenStream {
    if fields.fields.is_empty() && fields.extra.is_none() {
        return quote! {
            while members.next_key()?.is_some() {
                members.skip()?;
            }
            Ok(Self::default())
        };
    }
    let places = fields
        .fields
        .iter()
        .map(|field| field.name.to_ident())
        .map(|name| quote!(&mut value.#name));
    let arms = arms(&fields.fields, places);
    let rest = rest(fields.extra.as_ref(), |name| {
        let name = name.to_ident();
        quote!(&mut value.#name)
    });
    quote! {
        let mut value = Self::default();
        while let Some(key) = members.next_key()? {
            match key {
                #arms
                #rest
            }
        }
        Ok(value)
    }
}

/// Reads into variables, because some of them must not stay empty.
fn reading_by_parts(fields: &Struct) -> TokenStream {
    let starts = fields.fields.iter().map(|field| {
        let name = field.name.to_ident();
        let empty = if field.presence == Presence::Patch {
            quote!(crate::Patch::Absent)
        } else {
            quote!(None)
        };
        quote!(let mut #name = #empty;)
    });
    let extra_start = fields.extra.as_ref().map(|(name, _)| {
        let name = name.to_ident();
        quote!(let mut #name = std::collections::BTreeMap::new();)
    });
    let places = fields
        .fields
        .iter()
        .map(|field| field.name.to_ident())
        .map(|name| quote!(&mut #name));
    let arms = arms(&fields.fields, places);
    let rest = rest(fields.extra.as_ref(), |name| {
        let name = name.to_ident();
        quote!(&mut #name)
    });
    let ends = fields.fields.iter().map(end);
    let extra_end = fields.extra.as_ref().map(|(name, _)| name.to_ident());
    quote! {
        #(#starts)*
        #extra_start
        while let Some(key) = members.next_key()? {
            match key {
                #arms
                #rest
            }
        }
        Ok(Self { #(#ends,)* #extra_end })
    }
}

fn end(field: &Field) -> TokenStream {
    let (name, wire) = (field.name.to_ident(), &field.wire);
    match (field.presence, &field.ty) {
        // A required member that may be null: absent is read as null.
        (Presence::Required, TypeRef::Optional(_)) | (Presence::Optional | Presence::Patch, _) => {
            quote!(#name)
        }
        (Presence::Required, _) => quote!(#name: model::need(#name, #wire)?),
    }
}

fn arms(fields: &[Field], places: impl Iterator<Item = TokenStream>) -> TokenStream {
    let arms = fields
        .iter()
        .zip(places)
        .enumerate()
        .map(|(number, (field, place))| {
            let number = Literal::usize_unsuffixed(number);
            let method = match (field.presence, &field.ty) {
                (Presence::Required, TypeRef::Optional(_)) | (Presence::Optional, _) => {
                    quote!(put_some)
                }
                (Presence::Required, _) => quote!(put),
                (Presence::Patch, _) => quote!(put_patch),
            };
            quote!(#number => members.#method(#place)?,)
        });
    quote!(#(#arms)*)
}

fn rest(
    extra: Option<&(Identifier, TypeRef)>,
    place: impl Fn(&Identifier) -> TokenStream,
) -> TokenStream {
    match extra {
        Some((name, _)) => {
            let place = place(name);
            quote!(_ => members.extra(#place)?,)
        }
        None => quote!(_ => members.skip()?,),
    }
}

fn writing(ty: &Type, fields: &Struct) -> TokenStream {
    let name = ty.name.to_ident();
    let expect = uses_deprecated(fields);
    let puts = fields.fields.iter().map(put);
    let extra = fields.extra.as_ref().map(|(name, _)| {
        let name = name.to_ident();
        quote!(object.put_extra(&self.#name);)
    });
    let mutable = (!fields.fields.is_empty() || fields.extra.is_some()).then(|| quote!(mut));
    quote! {
        #expect
        impl model::Serialize for #name {
            fn serialize<S: model::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let #mutable object = model::Fields::new(serializer);
                #(#puts)*
                #extra
                object.end()
            }
        }
    }
}

fn put(field: &Field) -> TokenStream {
    let (name, wire) = (field.name.to_ident(), &field.wire);
    let method = match field.presence {
        Presence::Optional if field.read_only => quote!(put_read_only),
        Presence::Optional => quote!(put_some),
        Presence::Patch => quote!(put_patch),
        Presence::Required => quote!(put),
    };
    quote!(object.#method(#wire, &self.#name);)
}
