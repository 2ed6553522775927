//! The type of every named schema and of every enum that has a place among them.

use ionos_postgres::models::{
    ApiVersion, BackupMetadata, BackupResponse, ClusterBackup, ClusterBackupList, ClusterList,
    ClusterLogs, ClusterMetadata, ClusterProperties, ClusterResponse, Connection, ConnectionPooler,
    CreateClusterProperties, CreateClusterRequest, CreateRestoreRequest, Database, DatabaseItems,
    DatabaseList, DatabaseProperties, DatabaseResource, DayOfTheWeek, DbUser, DeprecatedPagination,
    ErrorMessage, ErrorResponse, MaintenanceWindow, Metadata, Pagination, PaginationLinks,
    PatchClusterProperties, PatchClusterRequest, PatchUserProperties, PoolMode,
    PostgresVersionList, Resource, ResourceMetadata, ResourceType, State, StorageType,
    SynchronizationMode, User, UserItems, UserList, UserProperties, UserResource,
    UsersPatchRequest,
};

use crate::adapter::{again, enumerated};
use crate::contract::{Again, Enumerated, Row};

/// The types of the named schemas, in the order of the document.
pub const TYPES: &[Row<Again>] = &[
    ("ClusterList", again::<ClusterList>),
    ("ClusterResponse", again::<ClusterResponse>),
    ("CreateClusterRequest", again::<CreateClusterRequest>),
    ("PatchClusterRequest", again::<PatchClusterRequest>),
    ("ClusterMetadata", again::<ClusterMetadata>),
    ("ClusterProperties", again::<ClusterProperties>),
    ("CreateClusterProperties", again::<CreateClusterProperties>),
    ("PatchClusterProperties", again::<PatchClusterProperties>),
    ("Connection", again::<Connection>),
    ("MaintenanceWindow", again::<MaintenanceWindow>),
    ("DBUser", again::<DbUser>),
    ("CreateRestoreRequest", again::<CreateRestoreRequest>),
    ("ConnectionPooler", again::<ConnectionPooler>),
    ("ClusterBackupList", again::<ClusterBackupList>),
    ("BackupResponse", again::<BackupResponse>),
    ("BackupMetadata", again::<BackupMetadata>),
    ("ClusterBackup", again::<ClusterBackup>),
    ("UserList", again::<UserList>),
    ("UserItems", again::<UserItems>),
    ("UserResource", again::<UserResource>),
    ("User", again::<User>),
    ("UserProperties", again::<UserProperties>),
    ("UsersPatchRequest", again::<UsersPatchRequest>),
    ("PatchUserProperties", again::<PatchUserProperties>),
    ("DatabaseList", again::<DatabaseList>),
    ("DatabaseItems", again::<DatabaseItems>),
    ("DatabaseResource", again::<DatabaseResource>),
    ("Database", again::<Database>),
    ("DatabaseProperties", again::<DatabaseProperties>),
    ("Resource", again::<Resource>),
    ("ResourceMetadata", again::<ResourceMetadata>),
    ("Metadata", again::<Metadata>),
    ("Pagination", again::<Pagination>),
    ("DeprecatedPagination", again::<DeprecatedPagination>),
    ("PaginationLinks", again::<PaginationLinks>),
    ("PostgresVersionList", again::<PostgresVersionList>),
    ("ClusterLogs", again::<ClusterLogs>),
    ("APIVersion", again::<ApiVersion>),
    ("ResourceType", again::<ResourceType>),
    ("State", again::<State>),
    ("StorageType", again::<StorageType>),
    ("SynchronizationMode", again::<SynchronizationMode>),
    ("PoolMode", again::<PoolMode>),
    ("DayOfTheWeek", again::<DayOfTheWeek>),
    ("ErrorResponse", again::<ErrorResponse>),
    ("ErrorMessage", again::<ErrorMessage>),
];

/// The types of the enums, by the place of their schemas.
pub const ENUMS: &[Row<fn() -> Enumerated>] = &[
    ("/schemas/ResourceType", || enumerated(ResourceType::ALL)),
    ("/schemas/State", || enumerated(State::ALL)),
    ("/schemas/StorageType", || enumerated(StorageType::ALL)),
    ("/schemas/SynchronizationMode", || {
        enumerated(SynchronizationMode::ALL)
    }),
    ("/schemas/PoolMode", || enumerated(PoolMode::ALL)),
    ("/schemas/DayOfTheWeek", || enumerated(DayOfTheWeek::ALL)),
];
