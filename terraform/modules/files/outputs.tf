output "bucket" {
  description = "Name of the bucket."
  value       = aws_s3_bucket.this.bucket
}

output "policy" {
  description = "Its policy."
  value       = data.aws_iam_policy_document.this.json
}
