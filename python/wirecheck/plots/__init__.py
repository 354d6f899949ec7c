"""Pictures of a report: tolls, a timeline, sources, and versions of a quotation. One file a view; altair is imported when drawn."""
