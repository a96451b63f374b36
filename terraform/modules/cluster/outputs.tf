output "name" {
  description = "Name of the cluster, for kubectl."
  value       = aws_eks_cluster.this.name
}

output "endpoint" {
  description = "Address of its API."
  value       = aws_eks_cluster.this.endpoint
}

output "security_group_id" {
  description = "The group that nodes and pods are in."
  value       = aws_eks_cluster.this.vpc_config[0].cluster_security_group_id
}
