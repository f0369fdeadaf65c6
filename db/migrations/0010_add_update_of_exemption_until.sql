-- Who approves an exemption may shorten it; what was asked for and why stays as it was written.
GRANT UPDATE (until) ON exemptions TO jianfu_app;
