DROP INDEX "form_fields_label_idx";--> statement-breakpoint
DROP INDEX "form_fields_element_idx";--> statement-breakpoint
CREATE INDEX "form_fields_element_idx" ON "form_fields" USING btree ("element_id","region_code");